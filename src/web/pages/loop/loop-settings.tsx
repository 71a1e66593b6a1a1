import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { showTurn } from "../../../core/loops/check-in/contract.ts";
import { changeLoop, type Loop, loops, type Shown } from "../../../core/loops/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import { Opens } from "../../parts/opens.tsx";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./loop.module.css";

/** Who sees it, and what can be changed of it. */
export function LoopSettings({ loop, shown }: { loop: Loop; shown: readonly Shown[] }) {
  const change = useAsk(changeLoop);
  return (
    <Card title="Who sees it">
      <p>{loop.seenBy}.</p>
      {loop.unit && <Opening loop={loop} />}
      {loop.audience && loop.last && <ShowLatest loop={loop} shown={shown} />}
      <div className={styles.tools}>
        <Opens word="Change the question">{(close) => <ChangeForm loop={loop} onDone={close} />}</Opens>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={change.isPending}
          onClick={() => change.mutate({ id: loop.id, ended: !loop.ended })}
        >
          {loop.ended ? "Ask it again" : "Ask it no more"}
        </Button>
      </div>
      <Trouble error={change.error} />
    </Card>
  );
}

const afterDays = [
  { value: "", label: "only when we say so, turn by turn" },
  { value: "0", label: "by itself, when we are done" },
  { value: "2", label: "by itself, two days later" },
  { value: "7", label: "by itself, a week later" },
];

/** Opened with one choice, and taken back with another, with all that was shown. */
function Opening({ loop: { id, unit, audience, shareAfter } }: { loop: Loop }) {
  const { data } = useQuery(asking(loops, { unit: unit?.slug ?? "" }));
  const change = useAsk(changeLoop);
  if (!data || data.audiences.length === 0) return null;
  return (
    <div className={styles.opening}>
      <NativeSelect
        label="Open it to"
        description="They see the question, and readings with the words that you choose for them. Your notes stay with you."
        size="xs"
        value={audience?.slug ?? ""}
        data={[
          { value: "", label: "nobody else" },
          ...data.audiences.map(({ slug, name }) => ({ value: slug, label: `everyone in ${name}` })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change.mutate({ id, audience: value === "" ? null : value })
        }
      />
      {audience && (
        <NativeSelect
          label="A reading is shown"
          size="xs"
          value={String(shareAfter ?? "")}
          data={afterDays}
          onChange={({ currentTarget: { value } }) =>
            change.mutate({ id, shareAfter: value === "" ? null : Number(value) })
          }
        />
      )}
      <Trouble error={change.error} />
    </div>
  );
}

/** The reading of the last turn, shown or taken back. */
function ShowLatest({ loop: { id, last, audience }, shown }: { loop: Loop; shown: readonly Shown[] }) {
  const show = useAsk(showTurn);
  const isShown = shown.some(({ due }) => due === last);
  return (
    <p className="small">
      The reading of {dayText(last ?? "")} {isShown ? `is shown to ${audience?.name}.` : "is not shown."}{" "}
      <Button
        size="compact-xs"
        variant="default"
        loading={show.isPending}
        onClick={() => show.mutate({ id, due: last ?? "", show: !isShown })}
      >
        {isShown ? "Take it back" : "Show it"}
      </Button>
      <Trouble error={show.error} />
    </p>
  );
}

function ChangeForm({ loop, onDone }: { loop: Loop; onDone: () => void }) {
  const [question, setQuestion] = useState(loop.question);
  const [rule, setRule] = useState(loop.cadence.rule);
  const [at, setAt] = useState(loop.cadence.at);
  const change = useAsk(changeLoop, onDone);
  return (
    <AskForm
      onSubmit={() => change.mutate({ id: loop.id, question, rule, at })}
      error={change.error}
      fields={["/question", "/rule", "/at"]}
      busy={change.isPending}
      word="Save"
      small
    >
      <Textarea
        label="The question"
        rows={2}
        value={question}
        error={troubleAt("/question", change.error)}
        onChange={(event) => setQuestion(event.currentTarget.value.replaceAll("\n", " "))}
        dir="auto"
      />
      <TextInput
        label="When"
        description="A recurrence rule, like FREQ=WEEKLY;BYDAY=MO or FREQ=MONTHLY;BYDAY=1TU."
        value={rule}
        error={troubleAt("/rule", change.error)}
        onChange={(event) => setRule(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        label="At"
        value={at}
        error={troubleAt("/at", change.error)}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
    </AskForm>
  );
}
