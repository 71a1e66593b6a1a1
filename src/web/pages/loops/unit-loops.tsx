import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { loops, type Shown } from "../../../core/loops/contract.ts";
import { experiments } from "../../../core/loops/experiments/contract.ts";
import { formatReading } from "../../../core/measures/reading.ts";
import type { Unit } from "../../../core/org/contract.ts";
import { asking } from "../../client.ts";
import { dayText, periodText } from "../../parts/dates.ts";
import { LoopList } from "./loop-list.tsx";
import styles from "./loops.module.css";

/** What a unit asks itself and tries, and beneath a group what its teams show of theirs. */
export function UnitLoops({ it }: { it: Unit }) {
  const { slug } = it;
  const { loops: own, shown, can } = useSuspenseQuery(asking(loops, { unit: slug })).data;
  return (
    <>
      {shown.length > 0 && <ShownBelow shown={shown} />}
      {(can.add || own.length > 0) && (
        <section className={styles.section}>
          <h2>{can.add ? "What we ask ourselves" : "What is open to you"}</h2>
          <LoopList
            loops={own}
            empty="Nothing yet. Begin with one question, in the meeting that you have already."
          />
          {can.add && (
            <p className={styles.more}>
              <Link to="/units/$slug/loops/new" params={{ slug }}>
                Ask yourselves a question
              </Link>
              <Link to="/units/$slug/pulse" params={{ slug }}>
                Pulse: a few short questions
              </Link>
              <Link to="/units/$slug/look-back" params={{ slug }}>
                Look back at a change: did it help?
              </Link>
              {own.length > 0 && (
                <Link to="/units/$slug/check-in" params={{ slug }}>
                  Check-in
                </Link>
              )}
            </p>
          )}
        </section>
      )}
      {can.add && <Tried slug={slug} />}
    </>
  );
}

/** By the names of the teams, each with its own words. */
function ShownBelow({ shown }: { shown: readonly Shown[] }) {
  return (
    <section className={styles.section}>
      <h2>What teams here show</h2>
      <ul className={styles.list}>
        {shown.map(({ loop, unit, question, reading, annotation, due }) => (
          <li key={loop}>
            <span>
              <strong dir="auto">{unit?.name}</strong>{" "}
              <Link to="/loops/$id" params={{ id: loop }} dir="auto">
                {question}
              </Link>
              {annotation !== "" && (
                <>
                  <br />
                  <span dir="auto">{annotation}</span>
                </>
              )}
            </span>
            <span className="soft small">
              {reading
                ? `${formatReading(reading.value, reading.unit)}, ${periodText(reading.start, reading.every)}`
                : dayText(due)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const states = {
  runs: "runs",
  back: "has come back",
  keep: "kept",
  drop: "dropped",
  abandoned: "abandoned",
} as const;
const MOST = 6;

function Tried({ slug }: { slug: string }) {
  const { experiments: all } = useSuspenseQuery(asking(experiments, { unit: slug })).data;
  if (all.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>What we tried</h2>
      <ul className={styles.list}>
        {all.slice(0, MOST).map(({ id, title, begins, state, kind }) => (
          <li key={id}>
            <Link to="/experiments/$id" params={{ id }} dir="auto">
              {title}
            </Link>
            <span className="soft small">
              {kind === "look-back" ? "looked back" : states[state]} · since {dayText(begins)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
