import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import form from "../../../web/parts/form.module.css";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { addDecision, type Decision, decisionList } from "../contract.ts";
import type { Sort, Status, Undone } from "../values.ts";
import { ExpectFields, expected, nothingWritten, useMeasureUnits } from "./expect-fields.tsx";
import { Similar } from "./similar.tsx";
import { dayAfter, WhenAgain } from "./when-again.tsx";

interface DecisionFormProps {
  /** The unit whose it shall be; `null` is one's own. */
  readonly slug: string | null;
  readonly sort?: Sort;
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly from?: { readonly loop: string; readonly due: string };
  readonly small?: boolean;
  readonly onDone: (added: Decision) => void;
}

const statuses = [
  { value: "accepted", word: "Decided" },
  { value: "proposed", word: "Put forward" },
  { value: "draft", word: "A draft" },
] as const;

const undones = [
  { value: "", label: "not said" },
  { value: "easily", label: "easily taken back" },
  { value: "with-effort", label: "with effort" },
  { value: "hardly", label: "hardly" },
];

const FIELDS = [
  ...["/title", "/why", "/reviewBy", "/kind"],
  ...["/expects/0/statement", "/expects/0/sure", "/expects/0/resolveBy"],
];

/** Four fields: what, why, what is expected and how sure, and when to look again. The rest waits behind "more". */
export function DecisionForm({
  slug,
  sort = "decision",
  title: first = "",
  why: reason = "",
  from,
  small = false,
  onDone,
}: DecisionFormProps) {
  const [title, setTitle] = useState(first);
  const [why, setWhy] = useState(reason);
  const [expects, setExpects] = useState(nothingWritten);
  const [reviewBy, setReviewBy] = useState(dayAfter("months3"));
  const [status, setStatus] = useState<Status>("accepted");
  const [kind, setKind] = useState("");
  const [undone, setUndone] = useState<Undone | "">("");
  const { units } = useMeasureUnits();
  const add = useAsk(addDecision, onDone);
  const submit = () => {
    const one = expected(expects, units);
    add.mutate({
      ...(slug === null ? {} : { unit: slug }),
      ...{ sort, title, why, status, reviewBy, expects: one ? [one] : [] },
      ...(kind.trim() === "" ? {} : { kind }),
      ...(undone === "" ? {} : { undone }),
      ...(from && { from }),
    });
  };
  const principle = sort !== "decision";
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={FIELDS}
      busy={add.isPending}
      word={principle ? "Write it down" : "Write the decision down"}
      small={small}
      disabled={title.trim() === ""}
    >
      <TextInput
        label={principle ? "What we hold to" : "What we decide"}
        placeholder={principle ? "Data has one owner" : "One queue for all payments"}
        dir="auto"
        value={title}
        error={troubleAt("/title", add.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Similar title={title} />
      <Textarea
        label="Why"
        description="Markdown, if you like"
        rows={4}
        dir="auto"
        value={why}
        error={troubleAt("/why", add.error)}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {!principle && (
        <ExpectFields
          value={expects}
          onChange={setExpects}
          error={add.error}
          at="/expects/0"
          measured={slug !== null}
        />
      )}
      <WhenAgain
        label="Look again"
        value={reviewBy}
        onChange={setReviewBy}
        error={troubleAt("/reviewBy", add.error)}
      />
      <MoreFields
        {...{ slug, principle, status, setStatus, kind, setKind, undone, setUndone, error: add.error }}
      />
    </AskForm>
  );
}

interface MoreFieldsProps {
  readonly slug: string | null;
  readonly principle: boolean;
  readonly status: Status;
  readonly setStatus: (status: Status) => void;
  readonly kind: string;
  readonly setKind: (kind: string) => void;
  readonly undone: Undone | "";
  readonly setUndone: (undone: Undone | "") => void;
  readonly error: unknown;
}

/** What waits behind "more": how it stands, of what kind it is, and whether it can be taken back. */
function MoreFields({
  slug,
  principle,
  status,
  setStatus,
  kind,
  setKind,
  undone,
  setUndone,
  error,
}: MoreFieldsProps) {
  const kinds = useQuery(asking(decisionList, slug === null ? {} : { unit: slug })).data?.kinds ?? [];
  return (
    <details className="small" open={status !== "accepted"}>
      <summary className="soft">more</summary>
      <div className={form.form}>
        <Chips
          label="How it stands"
          options={statuses}
          chosen={status === "draft" || status === "proposed" ? status : "accepted"}
          onChoose={(one) => setStatus(one ?? "accepted")}
        />
        {slug !== null && !principle && (
          <TextInput
            label="Kind of decision"
            description={
              kinds.length > 0
                ? `As here so far: ${kinds.slice(0, 5).join(", ")}`
                : "Architecture, tooling, how we work …"
            }
            dir="auto"
            value={kind}
            error={troubleAt("/kind", error)}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        )}
        {!principle && (
          <NativeSelect
            label="Can it be taken back?"
            value={undone}
            data={undones}
            onChange={(event) => setUndone(event.currentTarget.value as Undone | "")}
          />
        )}
      </div>
    </details>
  );
}
