import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { decisionList } from "../contract.ts";
import { DecisionRows } from "./decision-rows.tsx";
import styles from "./decisions.module.css";

/** As many as one looks over; the list has the others. */
const LATEST = 3;

/** The latest decisions, and the way to all of them and to another one. Nothing for others where nothing was opened to them. */
export function Below({ slug }: { slug: string }) {
  const data = useQuery(asking(decisionList, { unit: slug })).data;
  if (!data || (data.decisions.length === 0 && !data.can.add)) return null;
  return (
    <section className={styles.below}>
      <h2>Decisions</h2>
      {data.decisions.length === 0 ? (
        <p className="soft">
          What you decide, why, and what you expect of it: in half a minute. It comes back on its day.
        </p>
      ) : (
        <DecisionRows decisions={data.decisions.slice(0, LATEST)} />
      )}
      <p className={styles.ways}>
        {data.decisions.length > 0 && (
          <Link to="/units/$slug/decisions" params={{ slug }} search={{}}>
            All decisions
          </Link>
        )}
        {data.can.add && (
          <Link to="/units/$slug/decisions" params={{ slug }} search={{ title: "" }}>
            Write a decision down
          </Link>
        )}
      </p>
    </section>
  );
}
