import type { loop } from "../../../core/loops/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import styles from "./loop.module.css";

type Told = NonNullable<AnswerOf<typeof loop>["noticed"]>;

const MOST = 5;

const days = (n: number): string => {
  const whole = Math.round(n);
  return whole === 1 ? "1 day" : `${whole} days`;
};

/** How soon what was unusual was seen, and how soon something was done; for those whose loop it is. */
export function Noticed({ noticed: { list, notice, act } }: { noticed: Told }) {
  return (
    <Card title="Time to notice, time to act">
      {notice !== null && (
        <p>
          Half of the time within {days(notice)}
          {act !== null && `, and acted on within ${days(act)}`}.
        </p>
      )}
      <ul className={styles.list}>
        {list.slice(0, MOST).map(({ start, title, notice: seen, act: done }) => (
          <li key={title + start} className="small">
            <span className="soft">{dayText(start)}</span> seen after {days(seen)}
            {done !== null && `, something done after ${days(done)}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
