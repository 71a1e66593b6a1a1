import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import { type Advice, giveAdvice, removeAdvice, takeAdvice } from "../advice/contract.ts";
import type { Decision } from "../contract.ts";
import type { Capacity, Stance, Taken } from "../values.ts";
import { AskingAdvice } from "./asking-advice.tsx";
import styles from "./decisions.module.css";

const capacities: { readonly [capacity in Capacity]: string } = {
  affected: "affected",
  expert: "knows about it",
};

/** Whose advice is asked, what they said, and what was done about it. */
export function AdviceCard({ it }: { it: Decision }) {
  const asks = it.can.change && it.unit !== null;
  if (it.sort !== "decision" || (it.advice.length === 0 && !asks)) return null;
  return (
    <Card title="Advice">
      {it.advice.length === 0 ? (
        <p className="soft">
          Whoever decides asks those whom it touches, and those who know. They are heard, and not obeyed; what
          they say stands in the record.
        </p>
      ) : (
        <ul className={styles.list}>
          {it.advice.map((one) => (
            <li key={one.id}>
              <OneAdvice one={one} />
            </li>
          ))}
        </ul>
      )}
      {asks && <Opens word="Ask for advice">{(close) => <AskingAdvice id={it.id} onDone={close} />}</Opens>}
    </Card>
  );
}

function OneAdvice({ one }: { one: Advice }) {
  return (
    <>
      <p>
        <strong dir="auto">{one.name}</strong>{" "}
        <span className="soft small">
          {capacities[one.capacity]} · {one.says}
        </span>
      </p>
      {one.said !== null && (
        <p className={styles.quote} dir="auto">
          {one.said}
        </p>
      )}
      {one.why !== "" && (
        <p className="soft small" dir="auto">
          {one.why}
        </p>
      )}
      <div className={styles.actions}>
        {one.can.say && (
          <Opens
            word={
              one.said === null
                ? one.person || one.unit
                  ? "Give your advice"
                  : "Write down what they said"
                : "Change the words"
            }
            of={one.name}
          >
            {(close) => <Saying one={one} onDone={close} />}
          </Opens>
        )}
        {one.can.take && (
          <Opens word={one.taken === null ? "What do you do about it?" : "Say it anew"} of={one.name}>
            {(close) => <Taking one={one} onDone={close} />}
          </Opens>
        )}
        {one.can.remove && <AskNoMore one={one} />}
      </div>
    </>
  );
}

const stances = [
  { value: "for", word: "For it" },
  { value: "concern", word: "A concern" },
  { value: "against", word: "Against it" },
] as const;

function Saying({ one, onDone }: { one: Advice; onDone: () => void }) {
  const [stance, setStance] = useState<Stance | null>(one.stance);
  const [said, setSaid] = useState(one.said ?? "");
  const give = useAsk(giveAdvice, onDone);
  return (
    <AskForm
      onSubmit={() => give.mutate({ id: one.id, stance, said })}
      error={give.error}
      fields={["/said"]}
      busy={give.isPending}
      word="Say it"
      small
      disabled={said.trim() === ""}
      after={<p className="soft small">It stands in the record: whoever reads the decision reads it.</p>}
    >
      <Chips<Stance> label="Where you stand" options={stances} chosen={stance} onChoose={setStance} />
      <Textarea
        label="Advice"
        rows={4}
        dir="auto"
        value={said}
        error={troubleAt("/said", give.error)}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </AskForm>
  );
}

const takens = [
  { value: "yes", word: "Taken" },
  { value: "partly", word: "In part" },
  { value: "no", word: "Not taken" },
] as const;

function Taking({ one, onDone }: { one: Advice; onDone: () => void }) {
  const [taken, setTaken] = useState<Taken | null>(one.taken);
  const [why, setWhy] = useState(one.why);
  const take = useAsk(takeAdvice, onDone);
  return (
    <AskForm
      onSubmit={() => taken && take.mutate({ id: one.id, taken, why })}
      error={take.error}
      fields={["/why"]}
      busy={take.isPending}
      word="Say it"
      small
      disabled={taken === null}
    >
      <Chips<Taken> label="What was done about it" options={takens} chosen={taken} onChoose={setTaken} />
      <TextInput
        label={taken === "yes" ? "How, if you like" : "Why"}
        dir="auto"
        value={why}
        error={troubleAt("/why", take.error)}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </AskForm>
  );
}

function AskNoMore({ one }: { one: Advice }) {
  const remove = useAsk(removeAdvice);
  return (
    <>
      <WordButton
        word="Ask no more"
        of={one.name}
        busy={remove.isPending}
        onClick={() => remove.mutate({ id: one.id })}
      />
      <Trouble error={remove.error} />
    </>
  );
}
