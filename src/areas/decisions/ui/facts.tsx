import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { changeDecision, type Decision } from "../contract.ts";
import type { Level, Undone } from "../values.ts";
import styles from "./decisions.module.css";

export const levels: { readonly [level in Level]: string } = {
  alone: "by one alone",
  advice: "by one after advice",
  together: "by all together",
};

const undones: { readonly [undone in Undone]: string } = {
  easily: "easily",
  "with-effort": "with effort",
  hardly: "hardly",
};

/** Who decided, when, of what kind it is, and how much care it wants. */
export function Facts({ it }: { it: Decision }) {
  const facts: [string, string | null][] = [
    ["Decided by", it.deciders.join(", ") || null],
    ["Consulted", it.consulted.join(", ") || null],
    ["Informed", it.informed.join(", ") || null],
    ["Put forward", it.proposed && it.proposed !== it.date ? dayText(it.proposed) : null],
    ["Kind", it.kind],
    ["Taken", it.level && levels[it.level]],
    ["Can it be undone", it.undone && undones[it.undone]],
    ["From the file", it.path],
    ["Status there", it.rawStatus],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return (
    <Card>
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map(([word, value]) => (
            <FactLine key={word} word={word} value={value ?? ""} />
          ))}
        </dl>
      )}
      {it.problems.length > 0 && (
        <details className="small">
          <summary className="soft">not read in its file</summary>
          {it.problems.map((problem) => (
            <p key={problem} dir="auto">
              {problem}
            </p>
          ))}
        </details>
      )}
      {it.care && <p className="soft small">{it.care}</p>}
      {it.can.change && (
        <Opens word={known.length === 0 ? "Who decides, and of what kind it is" : "Change these"}>
          {(close) => <FactsForm it={it} onDone={close} />}
        </Opens>
      )}
    </Card>
  );
}

const FactLine = ({ word, value }: { word: string; value: string }) => (
  <>
    <dt>{word}</dt>
    <dd dir="auto">{value}</dd>
  </>
);

const namesIn = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

function FactsForm({ it, onDone }: { it: Decision; onDone: () => void }) {
  const [deciders, setDeciders] = useState(it.deciders.join(", "));
  const [informed, setInformed] = useState(it.informed.join(", "));
  const [kind, setKind] = useState(it.kind ?? "");
  const [level, setLevel] = useState<Level | "">(it.level ?? "");
  const [undone, setUndone] = useState<Undone | "">(it.undone ?? "");
  const [reviewBy, setReviewBy] = useState(it.reviewBy ?? "");
  const change = useAsk(changeDecision, onDone);
  const submit = () =>
    change.mutate({
      id: it.id,
      ...{ deciders: namesIn(deciders), informed: namesIn(informed) },
      ...{ kind: kind.trim() === "" ? null : kind, level: level || null, undone: undone || null },
      reviewBy: reviewBy || null,
    });
  return (
    <AskForm
      onSubmit={submit}
      error={change.error}
      fields={["/kind", "/reviewBy"]}
      busy={change.isPending}
      word="Keep"
      small
    >
      <TextInput
        label="Decided by"
        description="Names, with commas between them"
        dir="auto"
        value={deciders}
        onChange={(event) => setDeciders(event.currentTarget.value)}
      />
      <TextInput
        label="Informed"
        dir="auto"
        value={informed}
        onChange={(event) => setInformed(event.currentTarget.value)}
      />
      <TextInput
        label="Kind of decision"
        dir="auto"
        value={kind}
        error={troubleAt("/kind", change.error)}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <NativeSelect
        label="How it is taken"
        value={level}
        data={[
          { value: "", label: "not said" },
          ...Object.entries(levels).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => setLevel(event.currentTarget.value as Level | "")}
      />
      <NativeSelect
        label="Can it be undone?"
        value={undone}
        data={[
          { value: "", label: "not said" },
          ...Object.entries(undones).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => setUndone(event.currentTarget.value as Undone | "")}
      />
      <TextInput
        type="date"
        label="Look again on"
        value={reviewBy}
        error={troubleAt("/reviewBy", change.error)}
        onChange={(event) => setReviewBy(event.currentTarget.value)}
      />
    </AskForm>
  );
}
