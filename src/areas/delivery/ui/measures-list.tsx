import { Link } from "@tanstack/react-router";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { countText } from "../../../web/parts/count.ts";
import type { deliveryOverview } from "../contract.ts";
import styles from "./delivery.module.css";

type Reading = AnswerOf<typeof deliveryOverview>["measures"][number];

export function MeasuresList({ slug, measures }: { slug: string; measures: readonly Reading[] }) {
  return (
    <section>
      <h2>Delivery over these weeks</h2>
      <ul className={styles.measures}>
        {measures.map(({ id, title, reading, n, of }) => (
          <li key={id}>
            <Link to="/units/$slug/measures/$id" params={{ slug, id }}>
              {title}
            </Link>
            <span>{reading}</span>
            <span className="soft small">
              {countText(n)} {of}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
