import { Textarea } from "@mantine/core";
import { type OwnAnswer, type PulseQuestion, SCALE } from "../../../core/loops/pulse/contract.ts";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./round.module.css";

interface AnswerFieldProps {
  readonly question: PulseQuestion;
  readonly answer: OwnAnswer;
  readonly onChange: (set: Partial<OwnAnswer>) => void;
}

/** One question with its answers: radio buttons as large as a thumb, or a field for words. */
export function AnswerField({ question, answer, onChange }: AnswerFieldProps) {
  if (question.kind === "words") return <InWords {...{ question, answer, onChange }} />;
  const scale = question.kind === "scale";
  const names = scale ? SCALE.map(String) : question.options;
  return (
    <fieldset className={styles.question}>
      <legend dir="auto">{question.text}</legend>
      <div className={scale ? styles.steps : styles.choices}>
        {names.map((name, at) => (
          <label key={name} className={styles.option}>
            <input
              type="radio"
              name={question.id}
              aria-label={scale ? stepName(question, at) : undefined}
              checked={answer.option === at + 1}
              onChange={() => onChange({ option: at + 1 })}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </div>
      {scale && (
        <div className={`soft small ${styles.ends}`} aria-hidden>
          <span dir="auto">{question.options[0]}</span>
          <span dir="auto">{question.options[1]}</span>
        </div>
      )}
      <div className={styles.skip}>
        {answer.option !== null && (
          <WordButton
            word="Skip it"
            of={question.text}
            busy={false}
            onClick={() => onChange({ option: null })}
          />
        )}
      </div>
    </fieldset>
  );
}

/** What a step of a scale is called for those who do not see its ends. */
function stepName({ options }: PulseQuestion, at: number): string {
  if (at === 0) return `1, ${options[0]}`;
  return at === SCALE.length - 1 ? `5, ${options[1]}` : String(at + 1);
}

function InWords({ question, answer: { words, teamReads, signed }, onChange }: AnswerFieldProps) {
  return (
    <fieldset className={styles.question}>
      <legend dir="auto">{question.text}</legend>
      <Textarea
        aria-label={question.text}
        autosize
        minRows={2}
        maxRows={10}
        mt={10}
        dir="auto"
        value={words ?? ""}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <div className={`small ${styles.consent}`}>
        <label>
          <input
            type="checkbox"
            checked={teamReads}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ teamReads: checked, signed: checked && signed })
            }
          />
          The team may read this
        </label>
        {teamReads && (
          <label>
            <input
              type="checkbox"
              checked={signed}
              onChange={({ currentTarget: { checked } }) => onChange({ signed: checked })}
            />
            with my name
          </label>
        )}
      </div>
    </fieldset>
  );
}
