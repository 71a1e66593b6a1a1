import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type RoundPage as Page, round } from "../../core/loops/pulse/contract.ts";
import { sayAnswered } from "../../core/loops/pulse/words.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { dayText } from "../parts/dates.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { AnswerForm } from "./pulse/answer-form.tsx";
import { RoundResults } from "./pulse/one-pulse.tsx";
import { OwnAnswers } from "./pulse/own-words.tsx";
import styles from "./pulse/round.module.css";

/** One round: to answer while it is open, and to see what it came to once it is closed. */
export function RoundPage() {
  const { id } = useParams({ from: "/rounds/$id" });
  const page = useSuspenseQuery(asking(round, { id })).data;
  const { unit, loop, promise, round: one } = page;
  const open = one.closed === null;
  return (
    <div className={styles.page}>
      <PageTitle of={<Breadcrumb places={[unit]} here="Pulse" />} sentence>
        {loop.question}
      </PageTitle>
      {open && (
        <>
          <p className="soft small">
            {sayAnswered(one)} · until {dayText(one.until)}
          </p>
          <ul className={styles.promise}>
            {promise.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </>
      )}
      <Body page={page} />
      <p className={`small ${styles.ways}`}>
        <Link to="/units/$slug/pulse" params={{ slug: unit.slug }}>
          All rounds
        </Link>
        <Link to="/units/$slug" params={{ slug: unit.slug }} dir="auto">
          {unit.name}
        </Link>
      </p>
    </div>
  );
}

function Body({ page }: { page: Page }) {
  const { round: one } = page;
  if (one.closed !== null)
    return (
      <>
        <RoundResults round={one} />
        <OwnAnswers page={page} />
      </>
    );
  if (!one.asksMe) return <p>It asks those who were here when it opened. The next round asks you too.</p>;
  return <AnswerForm key={one.id} page={page} />;
}
