import { Link } from "@tanstack/react-router";
import type { Loop } from "../../../core/loops/contract.ts";
import { dayText } from "../../parts/dates.ts";
import styles from "./loops.module.css";

/** Questions with when they are asked. */
export function LoopList({ loops, empty }: { loops: readonly Loop[]; empty: string }) {
  if (loops.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ul className={styles.list}>
      {loops.map(({ id, question, cadence, due, next }) => (
        <li key={id}>
          <Link to="/loops/$id" params={{ id }} dir="auto">
            {question}
          </Link>
          <span className="soft small">
            {cadence.says} · {due ? `since ${dayText(due)}` : next ? `next on ${dayText(next)}` : "ended"}
          </span>
        </li>
      ))}
    </ul>
  );
}
