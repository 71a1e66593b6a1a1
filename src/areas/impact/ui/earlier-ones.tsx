import { dayText } from "../../../web/parts/dates.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { OwnPurpose } from "../contract.ts";
import styles from "./purpose.module.css";

/** What a purpose was before, newest first. */
export function EarlierOnes({ earlier }: Pick<OwnPurpose, "earlier">) {
  return (
    <ul className={styles.list}>
      {earlier.map(({ id, sentence, from, until, by }) => (
        <li key={id}>
          <p dir="auto" className={styles.quoted}>
            {sentence}
          </p>
          <p className="soft small">
            {unbroken(from === until ? dayText(from) : `${dayText(from)} to ${dayText(until)}`)}, by{" "}
            <span dir="auto">{by?.name ?? "somebody who is gone"}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
