import { Link } from "@tanstack/react-router";
import type { Meeting, MeetingItem } from "../../forums/meetings/contract.ts";
import { Consent } from "./consent.tsx";
import { Countdown } from "./countdown.tsx";
import styles from "./forums.module.css";
import { Lead } from "./lead.tsx";
import { Opinions } from "./opinions.tsx";
import { Proposals } from "./proposals.tsx";
import { Questions } from "./questions.tsx";
import { RoundLines } from "./round-lines.tsx";

interface ItemProps {
  readonly item: MeetingItem;
  readonly meeting: Meeting;
}

/** One thing on the agenda: where it stands, what can be said now, and below it what was said before. */
export function ItemView({ item, meeting }: ItemProps) {
  const { title, href, phase, boxUntil, says, questions, opinionsSaid, rounds, outcome, words } = item;
  const consents = phase === "consent";
  const before = rounds.filter(({ closed }) => closed !== null);
  return (
    <section className={styles.item} aria-label={title}>
      <h2 dir="auto">{title}</h2>
      {href && (
        <Link to={href} className="small">
          Read all of it
        </Link>
      )}
      <Phases phase={phase} />
      <p className="soft small">
        {says}
        {boxUntil && phase !== "done" && (
          <>
            {" · "}
            <Countdown until={boxUntil} now={meeting.now} />
          </>
        )}
      </p>
      <Lead key={`${phase} ${item.moves}`} item={item} />
      {phase === "done" && <p className={styles.question}>{outcome === "accepted" ? "Decided." : words}</p>}
      {(phase === "proposal" || consents || item.proposals.length > 0) && <Proposals item={item} />}
      {consents && <Consent item={item} />}
      {phase === "opinions" && <Opinions item={item} />}
      {before.map((round) => (
        <section key={round.id} className={styles.part}>
          <h3>Round {round.n}</h3>
          <RoundLines round={round} />
        </section>
      ))}
      {(phase === "questions" || questions.length > 0 || phase === "opinions") && <Questions item={item} />}
      {phase !== "opinions" && opinionsSaid > 0 && <Opinions item={item} />}
    </section>
  );
}

const steps = [
  ["questions", "Questions"],
  ["opinions", "Views"],
  ["proposal", "Proposal"],
  ["consent", "Consent"],
  ["done", "Done"],
] as const;

const Phases = ({ phase }: Pick<MeetingItem, "phase">) => (
  <ol className={styles.phases} aria-label="Where it stands">
    {steps.map(([value, word]) => (
      <li key={value} aria-current={value === phase ? "step" : undefined}>
        {word}
      </li>
    ))}
  </ol>
);
