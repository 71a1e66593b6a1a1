import type { AnswerOf } from "../../../platform/http/contract.ts";
import { dayText } from "../../../web/parts/dates.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { oneAsk, Side } from "../contract.ts";
import styles from "./advocacy.module.css";

interface Line {
  readonly key: number;
  readonly side: Side;
  readonly who: string | undefined;
  readonly says: string;
  readonly words: string;
  /** A day, or a moment, which is told as the day on which it was for the reader. */
  readonly at: string;
  readonly zone: string;
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** All that both sides said, from the asking on, as a time line. */
export function Conversation({ whole: { ask, steps } }: { whole: AnswerOf<typeof oneAsk> }) {
  const lines: Line[] = [
    {
      ...{ key: 0, side: "asking", who: ask.askedBy?.name, says: "asked", words: ask.why },
      ...{ at: ask.asked, zone: "UTC" },
    },
    ...steps.map(({ n, side, by, says, words, at }) => ({
      ...{ key: n, side, who: by?.name, says, words, at, zone: here },
    })),
  ];
  return (
    <ol className={styles.conversation}>
      {lines.map(({ key, side, who, says, words, at, zone }) => (
        <li key={key} data-side={side}>
          <p>
            <strong dir="auto">{who ?? "Somebody who is gone"}</strong>{" "}
            <span dir="auto">{unbroken(says)}</span>{" "}
            <span className="soft small">{unbroken(dayText(at, zone))}</span>
          </p>
          {words !== "" && (
            <p dir="auto" className={styles.words}>
              {words}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
