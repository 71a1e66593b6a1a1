import { Link } from "@tanstack/react-router";
import type { Unit } from "../../../core/org/contract.ts";
import { dayText } from "../../parts/dates.ts";
import { unbroken } from "../../parts/unbroken.ts";
import styles from "../unit.module.css";

/** More than these are told by how many there are. */
const MOST = 3;

interface GoneProps extends Pick<Unit, "gone"> {
  /** Nothing is theirs now: then it is the first thing to know. */
  readonly all?: boolean;
}

/** What was theirs once, and whose it is since: the figures of that time are still here. */
export function Gone({ gone, all = false }: GoneProps) {
  if (gone.length === 0) return null;
  const more = gone.length - MOST;
  return (
    <ul className={styles.gone} data-all={all}>
      {gone.slice(0, MOST).map(({ name, on, to }) => (
        <li key={name}>
          <span dir="auto">{name}</span>{" "}
          {to === null ? (
            "is nobody’s since "
          ) : (
            <>
              went to{" "}
              <Link to="/units/$slug" params={{ slug: to.slug }} dir="auto">
                {to.name}
              </Link>{" "}
              on{" "}
            </>
          )}
          {unbroken(dayText(on))}
        </li>
      ))}
      {more > 0 && <li>and {more} more went before</li>}
    </ul>
  );
}
