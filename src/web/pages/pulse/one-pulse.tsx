import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { closeRound, type Pulse, type PulseRound } from "../../../core/loops/pulse/contract.ts";
import { seriesOf } from "../../../core/loops/pulse/results.ts";
import { sayAnswered } from "../../../core/loops/pulse/words.ts";
import { dayText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";
import { ChangePulse } from "./change-pulse.tsx";
import { OpenRound } from "./open-round.tsx";
import styles from "./pulse.module.css";
import { Results } from "./results.tsx";
import { AllSeries } from "./series.tsx";

/** One pulse: the round that is open, what the last one came to, and how it went over the rounds. */
export function OnePulse({ pulse }: { pulse: Pulse }) {
  const { loop, open, rounds, questions } = pulse;
  const [first, ...others] = rounds;
  return (
    <article className={styles.pulse} aria-labelledby={`pulse-${pulse.id}`}>
      <div>
        <h2 id={`pulse-${pulse.id}`} dir="auto">
          <Link to="/loops/$id" params={{ id: loop.id }}>
            {loop.question}
          </Link>
        </h2>
        <p className="soft small">
          {[
            `looked at ${loop.says}`,
            pulse.openTo === null
              ? `only ${pulse.unit.name} sees it`
              : `only ${pulse.unit.name} sees it; it is counted in one figure for ${pulse.openTo.name}`,
            ...(loop.ended ? ["asked no more"] : []),
          ].join(" · ")}
        </p>
      </div>
      {open !== null && <OpenNow open={open} />}
      {first && <RoundResults round={first} />}
      <AllSeries series={seriesOf(pulse)} />
      {others.length > 0 && (
        <details>
          <summary className="soft small">Earlier rounds ({others.length})</summary>
          <div className={styles.earlier}>
            {others.map((round) => (
              <RoundResults key={round.id} round={round} />
            ))}
          </div>
        </details>
      )}
      {!loop.ended && (
        <>
          {rounds.length === 0 && (
            <ol className={styles.asks}>
              {questions.map(({ id, text }) => (
                <li key={id} dir="auto">
                  {text}
                </li>
              ))}
            </ol>
          )}
          {open === null && <OpenRound id={pulse.id} name={loop.question} />}
          <ChangePulse key={questions.map(({ id }) => id).join()} pulse={pulse} />
        </>
      )}
    </article>
  );
}

/** Where a round is open: the way in, and how many have answered. */
export function OpenNow({ open }: { open: PulseRound }) {
  const { id, asksMe, answeredByMe } = open;
  const close = useAsk(closeRound);
  const [sure, setSure] = useState(false);
  return (
    <div>
      <div className={styles.open}>
        <p>
          {asksMe ? (
            <Link to="/rounds/$id" params={{ id }} className={styles.go}>
              {answeredByMe ? "Change what you answered" : "Answer in a minute"}
            </Link>
          ) : (
            "A round is open for those who were here when it began"
          )}{" "}
          <span className="soft small">
            {sayAnswered(open)} · until {dayText(open.until)}
          </span>
        </p>
        {sure ? (
          <span className={styles.tools}>
            <span className="small">Whoever has not answered will not be in it.</span>
            <WordButton
              word="Close it"
              of="now"
              busy={close.isPending}
              onClick={() => close.mutate({ id })}
            />
            <WordButton word="Leave it open" of="" busy={false} onClick={() => setSure(false)} />
          </span>
        ) : (
          <WordButton
            word="Close it now"
            of="before its last day"
            busy={false}
            onClick={() => setSure(true)}
          />
        )}
      </div>
      <Trouble error={close.error} />
    </div>
  );
}

/** What one round came to, for those whom it asked. */
export function RoundResults({ round }: { round: PulseRound }) {
  const { closed, results } = round;
  return (
    <section className={styles.round}>
      <h3>
        {closed !== null && dayText(closed)} <span className="soft small">{sayAnswered(round)}</span>
      </h3>
      {results === null ? (
        <p className="soft small">It asked those who were here before you, and is told to them alone.</p>
      ) : (
        <Results results={results} />
      )}
    </section>
  );
}
