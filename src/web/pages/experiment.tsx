import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Conclusion, type Experiment, experiment } from "../../core/loops/experiments/contract.ts";
import type { Mark } from "../../core/loops/marks.ts";
import { asking } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { dayText } from "../parts/dates.ts";
import { LookedAt } from "../parts/looked-at.tsx";
import { MarkLines } from "../parts/mark-lines.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Whose } from "../parts/whose.tsx";
import { Conclude } from "./experiment/conclude.tsx";
import styles from "./experiment/experiment.module.css";
import { ShownBy } from "./experiment/shown-by.tsx";

/** One experiment: what was expected, what the measure shows, what else happened, and what those conclude whose it is. */
export function ExperimentPage() {
  const { id } = useParams({ from: "/experiments/$id" });
  const { experiment: it, answer, shows, since } = useSuspenseQuery(asking(experiment, { id })).data;
  const back = it.state === "back" || it.kind === "look-back";
  const marks = useMemo(() => [itself(it), ...since], [it, since]);
  return (
    <>
      <PageTitle
        of={<Whose unit={it.unit} here={it.kind === "look-back" ? "Look back" : "Experiment"} />}
        sentence
      >
        {it.title}
      </PageTitle>
      <p className="soft small">{sayHow(it)}</p>
      {it.why !== "" && (
        <p className={styles.why} dir="auto">
          {it.why}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.side}>
          {answer && (
            <Card>
              <LookedAt answer={answer} marks={marks} />
            </Card>
          )}
          {since.length > 0 && (
            <Card title="What else happened in those weeks">
              <MarkLines marks={since} className={styles.list} />
            </Card>
          )}
        </div>
        <div className={styles.side}>
          {it.expects && (
            <Card title={it.kind === "look-back" ? "You guessed" : "Expected"}>
              <p>
                {it.measure?.title}: {it.expects.says}
              </p>
            </Card>
          )}
          {shows && <ShownBy shows={shows} it={it} />}
          {it.conclusions.length > 0 && (
            <Card title="Concluded">
              <ul className={styles.list}>
                {it.conclusions.map((one) => (
                  <li key={one.id}>
                    <OneConclusion one={one} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {it.can.conclude && <Conclude key={it.conclusions.length} it={it} back={back} />}
        </div>
      </div>
    </>
  );
}

/** The experiment on its chart: for as long as it ran, and a look back at its day. */
function itself({ area, begins, title, kind, conclusions, state }: Experiment): Mark {
  const last = conclusions.at(-1)?.at.slice(0, 10);
  const ended = state === "runs" || state === "back" ? null : (last ?? null);
  const until = kind === "look-back" ? begins : ended;
  return { area, day: begins, until, kind: "experiment", text: title, href: null };
}

const ends: Record<Conclusion["ends"], string> = {
  keep: "Kept",
  drop: "Dropped",
  "go-on": "Goes on",
  abandoned: "Abandoned",
};

function sayHow({ kind, begins, state, lookAgain, unit }: Experiment): string {
  const whose = unit ? `only ${unit.name} sees this` : "only you see this";
  if (kind === "look-back")
    return `A look back at ${dayText(begins)}, guessed before it was looked at. It explores: other things changed as well · ${whose}`;
  const stands = {
    runs: `comes back by itself on ${dayText(lookAgain)}`,
    back: "has come back",
    keep: "kept",
    drop: "dropped",
    abandoned: "abandoned",
  }[state];
  return `Since ${dayText(begins)} · ${stands} · ${whose}`;
}

function OneConclusion({ one }: { one: Conclusion }) {
  return (
    <>
      <p>
        <strong>{ends[one.ends]}</strong>
        {one.words !== "" && (
          <>
            : <span dir="auto">{one.words}</span>
          </>
        )}
      </p>
      <p className="soft small">
        {dayText(one.at)} · <span dir="auto">{one.by?.name ?? "somebody who is gone"}</span>
        {one.asExpected !== null &&
          (one.asExpected ? " · it went as expected" : " · it did not go as expected")}
        {one.real && " · limits are drawn anew"}
        {one.lookAgain && ` · again on ${dayText(one.lookAgain)}`}
      </p>
    </>
  );
}
