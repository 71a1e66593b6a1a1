import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type CheckIn, type CheckInItem, finishTurn } from "../../../core/loops/check-in/contract.ts";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import { LookedAt } from "../../parts/looked-at.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { PulseOfLoop } from "../pulse/pulse-of-loop.tsx";
import styles from "./check-in.module.css";
import { Decide } from "./decide.tsx";
import { GuessNext } from "./guess-next.tsx";
import { Look } from "./look.tsx";
import { MakeSense } from "./make-sense.tsx";

interface QuestionProps {
  readonly slug: string | null;
  readonly item: CheckInItem;
  readonly followUps: CheckIn["followUps"];
}

/** One question: on the one side what is looked at, on the other the four steps. */
export function Question({ slug, item, followUps }: QuestionProps) {
  const { loop, turn, answers, since } = item;
  const place = { id: loop.id, due: turn.due };
  const done = useAsk(finishTurn);
  const heading = `question-${loop.id}`;
  return (
    <article className={styles.question} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} dir="auto">
          <Link to="/loops/$id" params={{ id: loop.id }}>
            {loop.question}
          </Link>
        </h2>
        <p className="soft small">
          {loop.cadence.says} · due {dayText(turn.due)}
        </p>
      </header>
      <PulseOfLoop loop={loop} />
      <div className={answers.length === 0 ? styles.inWords : styles.columns}>
        {answers.length > 0 && (
          <div className={styles.pictures}>
            {answers.map((answer) => (
              <Card key={answer.measure}>
                <LookedAt answer={answer} marks={since} />
              </Card>
            ))}
          </div>
        )}
        <Card>
          <ol className={styles.steps}>
            <li>
              <Look item={item} />
            </li>
            <li>
              <MakeSense item={item} />
            </li>
            <li>
              <Decide slug={slug} item={item} followUps={followUps} />
            </li>
            {item.canGuess && (
              <li>
                <GuessNext item={item} team={slug !== null} />
              </li>
            )}
          </ol>
          <Button loading={done.isPending} onClick={() => done.mutate(place)}>
            Done
          </Button>
          <Trouble error={done.error} />
        </Card>
      </div>
    </article>
  );
}
