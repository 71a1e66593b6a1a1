import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { dayText } from "../../../../web/parts/dates.ts";
import { MarkdownText } from "../../../../web/parts/markdown/markdown.tsx";
import { Opens } from "../../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import {
  amendProposal,
  chooseProposal,
  type MeetingItem,
  type Proposal,
  propose,
} from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";

/** What exactly is proposed; of several, the one that is talked about. In a round, that one alone. */
export function Proposals({ item: { id, phase, proposals } }: { item: MeetingItem }) {
  const shown = phase === "consent" ? proposals.filter(({ chosen }) => chosen) : proposals;
  const several = shown.length > 1;
  return (
    <section className={styles.part}>
      <h3>{several ? "Proposals" : "Proposal"}</h3>
      {shown.map((one) => (
        <One key={one.id} one={one} {...{ id, phase, several }} />
      ))}
      {phase === "proposal" &&
        (proposals.length === 0 ? (
          <ProposeForm id={id} />
        ) : (
          <Opens word="Propose something else beside it">
            {(close) => <ProposeForm id={id} onDone={close} />}
          </Opens>
        ))}
    </section>
  );
}

interface OneProps extends Pick<MeetingItem, "id" | "phase"> {
  readonly one: Proposal;
  readonly several: boolean;
}

function One({ one, id, phase, several }: OneProps) {
  const { title, body, expects, reviewBy, chosen, status, unit } = one;
  const choose = useAsk(chooseProposal);
  const amends = chosen && one.can.amend && (phase === "proposal" || phase === "consent");
  return (
    <article className={styles.proposal} data-chosen={chosen && several}>
      <h4 dir="auto">{title}</h4>
      {body !== "" && <MarkdownText text={body} />}
      {expects.length > 0 && (
        <ul>
          {expects.map((expected) => (
            <li key={expected} dir="auto">
              Expected: {expected}
            </li>
          ))}
        </ul>
      )}
      <p className="soft small" dir="auto">
        {[
          ...(unit ? [unit.name] : []),
          status ?? "without a status",
          ...(reviewBy ? [`comes back on ${dayText(reviewBy)}`] : []),
          ...(several && chosen ? ["talked about now"] : []),
        ].join(" · ")}
      </p>
      {several && !chosen && phase !== "done" && phase !== "consent" && (
        <WordButton
          word="Talk about this one"
          of={title}
          busy={choose.isPending}
          onClick={() => choose.mutate({ id, decision: one.id })}
        />
      )}
      {amends && (
        <Opens word="Amend it" of={title}>
          {(close) => <AmendForm id={id} one={one} onDone={close} />}
        </Opens>
      )}
      <Trouble error={choose.error} />
    </article>
  );
}

function AmendForm({ id, one, onDone }: { id: string; one: Proposal; onDone: () => void }) {
  // What others write meanwhile is put together with this by the server.
  const [{ version, ...from }] = useState(one);
  const [title, setTitle] = useState(from.title);
  const [body, setBody] = useState(from.body);
  const amend = useAsk(amendProposal, onDone);
  return (
    <AskForm
      onSubmit={() => amend.mutate({ id, version, title, body })}
      error={amend.error}
      fields={["/title", "/body"]}
      busy={amend.isPending}
      word="Amend it"
      small
    >
      <TextInput
        label="Heading"
        dir="auto"
        value={title}
        error={troubleAt("/title", amend.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label="Text"
        rows={6}
        dir="auto"
        value={body}
        error={troubleAt("/body", amend.error)}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </AskForm>
  );
}

function ProposeForm({ id, onDone }: { id: string; onDone?: () => void }) {
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const send = useAsk(propose, onDone);
  return (
    <AskForm
      onSubmit={() => send.mutate({ id, title, body })}
      error={send.error}
      fields={["/title", "/body"]}
      busy={send.isPending}
      word="Propose it"
      small
      disabled={title.trim() === ""}
    >
      <TextInput
        label="What do you propose?"
        description="In a sentence that one can say yes or no to."
        dir="auto"
        value={title}
        error={troubleAt("/title", send.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label="How, and why. If you like"
        rows={4}
        dir="auto"
        value={body}
        error={troubleAt("/body", send.error)}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </AskForm>
  );
}
