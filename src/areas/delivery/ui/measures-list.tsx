import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { deliveryReadings } from "../contract.ts";
import styles from "./delivery.module.css";

/** As far back as the timeline above it. */
const WEEKS = 26;

/** Comes after the rest of the page, which does not wait for it. */
export function MeasuresList({ slug }: { slug: string }) {
  const readings = useQuery(asking(deliveryReadings, { slug, weeks: WEEKS })).data?.readings ?? [];
  if (readings.length === 0) return null;
  return (
    <section>
      <h2>Delivery in the last {WEEKS} weeks</h2>
      <ul className={styles.measures}>
        {readings.map(({ id, title, reading, from }) => (
          <li key={id}>
            <Link to="/units/$slug/measures/$id" params={{ slug, id }}>
              {title}
            </Link>
            <span>{unbroken(reading)}</span>
            <span className="soft small">{from}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
