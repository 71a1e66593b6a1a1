import { TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import lists from "../../../web/parts/lists.module.css";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import { type Delegation, delegate, delegations } from "../delegation/contract.ts";
import type { Level } from "../values.ts";
import styles from "./decisions.module.css";
import { levels } from "./facts.tsx";

const options = [
  { value: "alone", word: "One alone" },
  { value: "advice", word: "One after advice" },
  { value: "together", word: "All together" },
] as const;

/** Who decides what, as was agreed here and above. */
export function Delegations({ slug, name }: { slug: string; name: string }) {
  const data = useSuspenseQuery(asking(delegations, { slug })).data;
  return (
    <div className={styles.lists}>
      {data.delegations.length === 0 && data.above.length === 0 && (
        <p className={lists.words}>
          Which decisions may one of you take alone, which after advice, and which only together? Agreed on by
          kind, nobody has to ask each time.
        </p>
      )}
      {data.delegations.length > 0 && (
        <section>
          <h2 dir="auto">{name}</h2>
          <Agreed slug={slug} all={data.delegations} can={data.can.set} />
        </section>
      )}
      {data.above.map(({ unit, delegations: all }) => (
        <section key={unit.slug}>
          <h2 dir="auto">{unit.name}</h2>
          <Agreed slug={unit.slug} all={all} can={false} />
        </section>
      ))}
      {data.can.set && (
        <Card title="Agree on a kind of decision">
          <Agree slug={slug} />
        </Card>
      )}
    </div>
  );
}

function Agreed({ slug, all, can }: { slug: string; all: readonly Delegation[]; can: boolean }) {
  const end = useAsk(delegate);
  return (
    <>
      <ul className={lists.rows}>
        {all.map(({ kind, level, since, by }) => (
          <li key={kind}>
            <div className={lists.what}>
              <span dir="auto">{kind}</span>
              <p>{levels[level]}</p>
            </div>
            <span className="soft small">
              since {dayText(since)}
              {by && (
                <>
                  , <span dir="auto">{by.name}</span>
                </>
              )}
            </span>
            {can && (
              <WordButton
                word="Not any more"
                of={kind}
                busy={end.isPending}
                onClick={() => end.mutate({ slug, kind, level: null })}
              />
            )}
          </li>
        ))}
      </ul>
      <Trouble error={end.error} />
    </>
  );
}

function Agree({ slug }: { slug: string }) {
  const [kind, setKind] = useState("");
  const [level, setLevel] = useState<Level | null>(null);
  const set = useAsk(delegate, () => {
    setKind("");
    setLevel(null);
  });
  return (
    <AskForm
      onSubmit={() => set.mutate({ slug, kind, level })}
      error={set.error}
      fields={["/kind"]}
      busy={set.isPending}
      word="Agree"
      disabled={kind.trim() === "" || level === null}
    >
      <TextInput
        label="Kind of decision"
        placeholder="A new library"
        dir="auto"
        value={kind}
        error={troubleAt("/kind", set.error)}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <Chips<Level> label="Who takes it" options={options} chosen={level} onChoose={setLevel} />
    </AskForm>
  );
}
