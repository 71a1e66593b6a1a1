import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { deliveryReadings } from "../contract.ts";
import styles from "./delivery.module.css";

/** Comes after the rest of the page, which does not wait for it. */
export function MeasuresList({ slug }: { slug: string }) {
  const readings = useQuery(asking(deliveryReadings, { slug })).data?.readings ?? [];
  if (readings.length === 0) return null;
  return (
    <section>
      <h2>Delivery over these weeks</h2>
      <ul className={styles.measures}>
        {readings.map(({ id, title, reading, from }) => (
          <li key={id}>
            <Link to="/units/$slug/measures/$id" params={{ slug, id }}>
              {title}
            </Link>
            <span>{reading}</span>
            <span className="soft small">{from}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
