import { type PulseQuestion, type QuestionResult, SCALE } from "../../../core/loops/pulse/contract.ts";
import { sayResult } from "../../../core/loops/pulse/words.ts";
import styles from "./pulse.module.css";

/** What a round came to: how often each answer was given, and the words that their authors let be read. */
export function Results({ results }: { results: readonly QuestionResult[] }) {
  return (
    <div className={styles.results}>
      {results.map((result) => (
        <div key={result.question.id} className={styles.result}>
          <h4 dir="auto">{result.question.text}</h4>
          {result.question.kind === "words" ? <Said words={result.words} /> : <Counts result={result} />}
        </div>
      ))}
    </div>
  );
}

function Counts({ result }: { result: QuestionResult }) {
  const { question, n, counts } = result;
  return (
    <>
      <p className="soft small">{sayResult(result)}</p>
      {counts !== null && n !== null && <Bars question={question} counts={counts} n={n} />}
    </>
  );
}

interface BarsProps {
  readonly question: PulseQuestion;
  readonly counts: readonly number[];
  readonly n: number;
}

/** How often each answer was given, in words and as bars. */
export const Bars = ({ question, counts, n }: BarsProps) => (
  <ul className={styles.bars}>
    {namesOf(question).map((name, at) => (
      <li key={name}>
        <span className={styles.label} dir="auto">
          {name}
        </span>
        <span className={styles.track} aria-hidden>
          <div className={styles.bar} style={{ width: `${(100 * (counts[at] ?? 0)) / n}%` }} />
        </span>
        <span>{counts[at] ?? 0}</span>
      </li>
    ))}
  </ul>
);

function Said({ words }: Pick<QuestionResult, "words">) {
  if (words.length === 0) return <p className="soft small">No words that all may read.</p>;
  return (
    <ul className={styles.said}>
      {words.map(({ words: text, by }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same, and the order stays.
        <li key={at} dir="auto">
          {text}
          {by !== null && <span className="soft small"> {by}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What can be answered, in words: of a scale its steps, with what the ends mean. */
export const namesOf = ({ kind, options }: PulseQuestion): string[] =>
  kind === "scale"
    ? SCALE.map((step) =>
        [step, step === 1 && options[0], step === 5 && options[1]].filter(Boolean).join(" · "),
      )
    : [...options];
