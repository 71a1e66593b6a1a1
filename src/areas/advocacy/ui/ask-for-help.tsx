import { Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { type Ask, askFor, unitAsks } from "../contract.ts";
import { type Whom, WhomChoice, whomName } from "./whom-choice.tsx";

interface AskForHelpProps {
  /** The unit that asks. */
  readonly slug: string;
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly from?: { readonly loop: string; readonly due: string };
  readonly onDone: (asked: Ask) => void;
}

/** Whom, what, and why: only the two sides see it. */
export function AskForHelp({ slug, title: first = "", why: reason = "", from, onDone }: AskForHelpProps) {
  const { leads = [] } = useQuery(asking(unitAsks, { slug })).data ?? {};
  const [whom, setWhom] = useState<Whom | null>(null);
  const [title, setTitle] = useState(first);
  const [why, setWhy] = useState(reason);
  const [mattersBy, setMattersBy] = useState("");
  const add = useAsk(askFor, ({ ask }) => onDone(ask));
  const submit = () => {
    if (whom === null) return;
    const when = mattersBy === "" ? {} : { mattersBy };
    add.mutate({ slug, ...whom.asked, title, why, ...when, ...(from && { from }) });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/person", "/unit", "/title", "/why", "/mattersBy"]}
      busy={add.isPending}
      word="Ask"
      disabled={whom === null || title.trim() === ""}
      after={<Seen whom={whom} />}
    >
      <WhomChoice
        slug={slug}
        leads={leads}
        chosen={whom}
        onChoose={setWhom}
        error={troubleAt("/person", add.error) ?? troubleAt("/unit", add.error)}
      />
      <TextInput
        label="What do you need?"
        description="In a line"
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={troubleAt("/title", add.error)}
      />
      <Textarea
        label="Why?"
        description="They see all that stands here, and nothing else of yours."
        autosize={false}
        rows={5}
        dir="auto"
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        error={troubleAt("/why", add.error)}
      />
      <div>
        <Opens word="By when does it matter?">
          {() => (
            <TextInput
              type="date"
              label="It matters by"
              value={mattersBy}
              onChange={(event) => setMattersBy(event.currentTarget.value)}
              error={troubleAt("/mattersBy", add.error)}
            />
          )}
        </Opens>
      </div>
    </AskForm>
  );
}

/** Said before it is asked. */
const Seen = ({ whom }: { whom: Whom | null }) =>
  whom && (
    <p className="soft small" dir="auto">
      Only your team and {whomName(whom)} see it.
    </p>
  );
