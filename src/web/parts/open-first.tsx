import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { due } from "../../core/loops/mine/contract.ts";
import { areaParts } from "../areas.ts";
import { asking } from "../client.ts";
import { dayText } from "./dates.ts";
import styles from "./open-first.module.css";

const kinds: Readonly<Record<string, string>> = {
  "check-in": "Check-in",
  experiment: "Experiment, there is something to see",
  "look-back": "Look back",
  round: "Pulse, answered in a minute",
};

const headed = new Set(areaParts.flatMap(({ heads = [] }) => heads));

/** What is open in a unit and waits for the person who looks: it stands before everything new. */
export function OpenFirst({ slug }: { slug: string }) {
  const { data } = useSuspenseQuery(asking(due, {}));
  const open = data.due.filter(({ unit, kind }) => unit === slug && !headed.has(kind));
  if (open.length === 0) return null;
  return (
    <ul className={styles.open} aria-label="Open first">
      {open.map(({ kind, title, action, day, href }) => (
        <li key={kind + title + day}>
          <p className="soft small">
            {kinds[kind] ?? "Open"} · since {dayText(day)}
          </p>
          <p dir="auto">{title}</p>
          <Link to={href}>{action}</Link>
        </li>
      ))}
    </ul>
  );
}
