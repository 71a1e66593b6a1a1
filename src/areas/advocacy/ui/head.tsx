import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { unitAsks } from "../contract.ts";
import styles from "./advocacy.module.css";
import { cardsOf } from "./card-words.ts";

/** As many as stand beside each other; the list has the others. */
const MOST = 3;

/** What is open between the reader and others, on both sides' pages. Nothing where nothing is. */
export function Head({ slug }: { slug: string }) {
  const { asked = [], received = [] } = useQuery(asking(unitAsks, { slug })).data ?? {};
  const cards = cardsOf([...received, ...asked]);
  if (cards.length === 0) return null;
  const more = cards.length - MOST;
  return (
    <section aria-label="Open asks" className={styles.head}>
      <ul className={styles.cards}>
        {cards.slice(0, MOST).map(({ ask: { id, title }, kicker, action }) => (
          <li key={id}>
            <p className="soft small" dir="auto">
              {unbroken(kicker)}
            </p>
            <p dir="auto">{title}</p>
            <Link to="/asks/$id" params={{ id }} className={styles.go}>
              {action}
              <span className="hidden">: {title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link to="/units/$slug/asks" params={{ slug }} search={{}} className="small">
          and {more} more
        </Link>
      )}
    </section>
  );
}
