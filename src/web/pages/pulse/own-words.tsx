import { type RoundPage, takeWordsBack } from "../../../core/loops/pulse/contract.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./pulse.module.css";
import { namesOf } from "./results.tsx";

/** What oneself answered in a round that is closed. Words that others may read can be taken back. */
export function OwnAnswers({ page: { round, questions, mine } }: { page: RoundPage }) {
  const back = useAsk(takeWordsBack);
  if (mine.length === 0) return null;
  return (
    <details className="small">
      <summary className="soft">What you answered, which nobody else sees</summary>
      <ul className={styles.said}>
        {questions.flatMap((question) => {
          const answer = mine.find((one) => one.question === question.id);
          if (answer === undefined) return [];
          return [
            <li key={question.id} dir="auto">
              <span className="soft">{question.text}</span>{" "}
              {answer.words ?? namesOf(question)[(answer.option ?? 0) - 1]}{" "}
              {answer.teamReads && (
                <WordButton
                  word="Let nobody read it any more"
                  of={question.text}
                  busy={back.isPending}
                  onClick={() => back.mutate({ id: round.id, question: question.id })}
                />
              )}
            </li>,
          ];
        })}
      </ul>
      <Trouble error={back.error} />
    </details>
  );
}
