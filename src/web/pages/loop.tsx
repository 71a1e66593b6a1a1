import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type Loop, loop as loopContract, type Shown } from "../../core/loops/contract.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { asking } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { dayText, periodText } from "../parts/dates.ts";
import { LookedAt } from "../parts/looked-at.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { RightnessWords } from "../parts/rightness-words.tsx";
import { Whose } from "../parts/whose.tsx";
import { Zoom } from "../parts/zoom.tsx";
import styles from "./loop/loop.module.css";
import { LoopSettings } from "./loop/loop-settings.tsx";
import { Noticed } from "./loop/noticed.tsx";
import { Turns } from "./loop/turns.tsx";
import { WhatWeDid } from "./loop/what-we-did.tsx";
import { PulseOfLoop } from "./pulse/pulse-of-loop.tsx";

/** A question with all that came of asking it. */
export function LoopPage() {
  const { id } = useParams({ from: "/loops/$id" });
  const { weeks } = useSearch({ from: "/loops/$id" });
  const page = useSuspenseQuery(asking(loopContract, { id, ...(weeks ? { weeks } : {}) })).data;
  const { loop, answers, followUps, marks, rightness, mine, noticed, turns, shown } = page;
  const whose = loop.unit === null ? "I" : "we";
  return (
    <>
      <PageTitle of={<Whose unit={loop.unit} here="Loop" />} sentence>
        {loop.question}
      </PageTitle>
      <p className={`soft small ${styles.how}`}>
        {[...loop.measures.map(({ title }) => title), loop.cadence.says, loop.seenBy].join(" · ")}
        {loop.ended && " · asked no more"}
      </p>
      <div className={styles.columns}>
        <div className={styles.side}>
          <PulseOfLoop loop={loop} />
          {answers.map((answer) => (
            <Card key={answer.measure}>
              <LookedAt answer={answer} marks={marks} />
            </Card>
          ))}
          {answers.length > 0 && <Zoom weeks={weeks} />}
          {followUps.length > 0 && <WhatWeDid title={`What ${whose} did about it`} followUps={followUps} />}
          {turns.length > 0 && <Turns turns={turns} page={page} />}
          {!loop.can.change && <ShownReadings shown={shown} />}
        </div>
        {loop.can.change && (
          <div className={styles.side}>
            <CheckInCard loop={loop} />
            {rightness && (
              <Card title="How often were we right?">
                <RightnessWords right={rightness} />
                <p className="soft small">Only {loop.unit?.name} sees this.</p>
              </Card>
            )}
            {mine && mine.of > 0 && (
              <Card title="How often was I right?">
                <RightnessWords right={mine} />
                <p className="soft small">Only you see this.</p>
              </Card>
            )}
            {noticed && noticed.list.length > 0 && <Noticed noticed={noticed} />}
            <LoopSettings key={JSON.stringify(loop)} loop={loop} shown={shown} />
          </div>
        )}
      </div>
    </>
  );
}

function CheckInCard({ loop: { id, unit, due, next, ended } }: { loop: Loop }) {
  if (ended) return null;
  const to = unit === null ? "/check-in" : `/units/${unit.slug}/check-in`;
  return (
    <Card title={due ? "It is due" : "Next time"}>
      <p>
        {due ? `Since ${dayText(due)}. ` : next ? `On ${dayText(next)}. ` : ""}
        <Link to={to} search={due ? {} : { also: id }} className={styles.go}>
          {due ? "Look at it" : "Look now all the same"}
        </Link>
      </p>
    </Card>
  );
}

/** What those see with whom it is shared. */
function ShownReadings({ shown }: { shown: readonly Shown[] }) {
  if (shown.length === 0) return <p className="soft">Nothing of it was shown yet.</p>;
  return (
    <Card title="What was shown">
      <ul className={styles.list}>
        {shown.map(({ due, reading, annotation }) => (
          <li key={due}>
            <span className="soft">{reading ? periodText(reading.start, reading.every) : dayText(due)}</span>{" "}
            {reading && <strong>{formatReading(reading.value, reading.unit)}</strong>}{" "}
            <span dir="auto">{annotation}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
