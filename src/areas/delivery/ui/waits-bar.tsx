import { formatReading } from "../../../core/measures/reading.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { SlowChange } from "../contract.ts";
import styles from "./delivery.module.css";
import { stretches, unsaid } from "./waits.ts";

/** Where a change waited: a bar in parts, `scale` (0 to 1) of the longest one's length, with the same in words below. */
export function WaitsBar({ waits, where, scale }: Pick<SlowChange, "waits" | "where"> & { scale: number }) {
  const way = stretches(waits).filter(({ seconds }) => seconds > 0);
  const rest = unsaid(way, where)
    .map(({ words, seconds }) => `${words} ${formatReading(seconds, "seconds")}`)
    .join(" · ");
  return (
    <>
      <div className={styles.bar} style={{ width: `${Math.max(4, scale * 100)}%` }} aria-hidden="true">
        {way.map(({ key, share }) => (
          <i key={key} data-part={key} style={{ flexGrow: share }} />
        ))}
      </div>
      <p className="small">{unbroken(where)}</p>
      {rest && <p className="soft small">{unbroken(rest)}</p>}
    </>
  );
}
