import { TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { UnitChoice } from "../../../web/parts/unit-choice.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { sayChanged, type Touched, touchUnits } from "../coming-back/contract.ts";
import type { Decision } from "../contract.ts";
import type { Changed } from "../values.ts";
import styles from "./decisions.module.css";

const changes = [
  { value: "better", word: "Better" },
  { value: "same", word: "The same" },
  { value: "worse", word: "Worse" },
] as const;

const said: { readonly [changed in Changed]: string } = {
  better: "better for us",
  same: "the same for us",
  worse: "worse for us",
};

/** The teams that it touches, and what they say that it changed for them. */
export function TouchedCard({ it }: { it: Decision }) {
  const names = it.can.change && it.unit !== null && it.sort === "decision";
  if (it.touched.length === 0 && !names) return null;
  return (
    <Card title="Whom it touches">
      {it.touched.length > 0 && (
        <ul className={styles.list}>
          {it.touched.map((one) => (
            <li key={one.unit.slug}>
              <OneTouched it={it} one={one} />
            </li>
          ))}
        </ul>
      )}
      {names && (
        <>
          <p className="soft small">Before it comes back, they say what it changed for them.</p>
          <Opens word="Name a team">{(close) => <Naming it={it} onDone={close} />}</Opens>
        </>
      )}
    </Card>
  );
}

function OneTouched({ it, one }: { it: Decision; one: Touched }) {
  return (
    <>
      <p>
        <strong dir="auto">{one.unit.name}</strong>{" "}
        <span className="soft">
          {one.changed === null ? "has not said anything yet" : `“${said[one.changed]}”`}
        </span>
      </p>
      {one.words !== "" && (
        <p className={styles.quote} dir="auto">
          {one.words}
        </p>
      )}
      {one.on && (
        <p className="soft small">
          <span dir="auto">{one.by?.name ?? "somebody who is gone"}</span>, {dayText(one.on)}
        </p>
      )}
      {one.mine && (
        <Opens word={one.changed === null ? "What did it change for you?" : "Say it anew"}>
          {(close) => <Saying it={it} one={one} onDone={close} />}
        </Opens>
      )}
    </>
  );
}

function Saying({ it, one, onDone }: { it: Decision; one: Touched; onDone: () => void }) {
  const [changed, setChanged] = useState<Changed | null>(one.changed);
  const [words, setWords] = useState(one.words);
  const say = useAsk(sayChanged, onDone);
  return (
    <AskForm
      onSubmit={() => changed && say.mutate({ id: it.id, unit: one.unit.slug, changed, words })}
      error={say.error}
      fields={[]}
      busy={say.isPending}
      word="Say it"
      small
      disabled={changed === null}
    >
      <Chips<Changed>
        label="What it changed for you"
        options={changes}
        chosen={changed}
        onChoose={setChanged}
      />
      <TextInput
        label="In your words"
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}

function Naming({ it, onDone }: { it: Decision; onDone: () => void }) {
  const touch = useAsk(touchUnits, onDone);
  const named = it.touched.map(({ unit }) => unit.slug);
  return (
    <>
      <UnitChoice
        label="Team or group"
        chosen={null}
        onChoose={(slug) => touch.mutate({ id: it.id, units: [...named, slug] })}
        among={({ slug }) => slug !== it.unit?.slug && !named.includes(slug)}
      />
      <Trouble error={touch.error} />
    </>
  );
}
