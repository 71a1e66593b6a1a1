import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link as To } from "@tanstack/react-router";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { Choice } from "../../../web/parts/choice.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import type { Decision } from "../contract.ts";
import { addLink, graph, type Link, removeLink } from "../links/contract.ts";
import type { LinkKind } from "../values.ts";
import styles from "./decisions.module.css";
import { dayAfter, WhenAgain } from "./when-again.tsx";

const kinds = [
  { value: "supersedes", label: "replaces" },
  { value: "amends", label: "amends" },
  { value: "follows", label: "follows the principle" },
  { value: "departs", label: "departs from the principle" },
  { value: "relates", label: "has to do with" },
  { value: "conflicts", label: "is at odds with" },
] as const;

/** What it has to do with other decisions and with principles. */
export function Links({ it }: { it: Decision }) {
  if (it.links.length === 0 && !it.can.change) return null;
  return (
    <Card title="With others">
      {it.links.length > 0 && (
        <ul className={styles.list}>
          {it.links.map((one) => (
            <li key={`${one.id} ${one.inverse}`}>
              <OneLink it={it} one={one} />
            </li>
          ))}
        </ul>
      )}
      {it.can.change && it.unit && (
        <Opens word="It has to do with another one">{(close) => <Adding it={it} onDone={close} />}</Opens>
      )}
    </Card>
  );
}

function OneLink({ it, one }: { it: Decision; one: Link }) {
  const remove = useAsk(removeLink);
  return (
    <>
      <p>
        <span className="soft">{one.says}</span>{" "}
        <To to="/decisions/$id" params={{ id: one.other.id }} dir="auto">
          {one.other.title}
        </To>
      </p>
      {(one.words !== "" || one.owner) && (
        <p className="soft small" dir="auto">
          {one.words}
          {one.owner && `${one.words === "" ? "" : " · "}${one.owner.name} looks after it`}
        </p>
      )}
      {one.can.remove && (
        <WordButton
          word="Not any more"
          of={one.other.title}
          busy={remove.isPending}
          onClick={() => remove.mutate({ id: it.id, link: one.id })}
        />
      )}
    </>
  );
}

function Adding({ it, onDone }: { it: Decision; onDone: () => void }) {
  const nodes = useQuery(asking(graph, { unit: "organisation" })).data?.nodes ?? [];
  const [kind, setKind] = useState<LinkKind>("supersedes");
  const [to, setTo] = useState<string | null>(null);
  const [until, setUntil] = useState(dayAfter("months6"));
  const [words, setWords] = useState("");
  const add = useAsk(addLink, onDone);
  const principle = kind === "follows" || kind === "departs";
  const options = nodes
    .filter(({ id, sort }) => id !== it.id && (sort !== "decision") === principle)
    .map(({ id, title, unit }) => ({ value: id, name: title, of: unit?.name ?? "" }));
  const submit = () => {
    if (to !== null) add.mutate({ id: it.id, kind, to, words, ...(kind === "departs" ? { until } : {}) });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/to", "/until", "/words"]}
      busy={add.isPending}
      word="Say it"
      small
      disabled={to === null}
    >
      <NativeSelect
        label="This decision"
        value={kind}
        data={kinds.map(({ value, label }) => ({ value, label }))}
        onChange={(event) => {
          setKind(event.currentTarget.value as LinkKind);
          setTo(null);
        }}
      />
      <Choice
        label={principle ? "Which principle" : "Which decision"}
        options={options}
        chosen={options.find(({ value }) => value === to) ?? null}
        onChoose={({ value }) => setTo(value)}
        error={troubleAt("/to", add.error)}
      />
      {kind === "departs" && (
        <WhenAgain label="Until" value={until} onChange={setUntil} error={troubleAt("/until", add.error)} />
      )}
      <TextInput
        label="Why, if you like"
        dir="auto"
        value={words}
        error={troubleAt("/words", add.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}
