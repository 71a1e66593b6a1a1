import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { unitAsks } from "../contract.ts";
import styles from "./advocacy.module.css";

/** One line: how asks fared, and the way to all of them; for those who can ask. */
export function Below({ slug }: { slug: string }) {
  const data = useQuery(asking(unitAsks, { slug })).data;
  if (!data?.can.ask) return null;
  const some = data.asked.length + data.received.length > 0;
  return (
    <section className={styles.below}>
      <h2>What you need from others</h2>
      <p className="soft">
        {some
          ? data.says.asked && unbroken(`${data.says.asked}.`)
          : "A leader above, or another team: asked in a line, with what came back. Only the two of you see it."}
      </p>
      <p className={styles.ways}>
        {some && (
          <Link to="/units/$slug/asks" params={{ slug }} search={{}}>
            What was asked
          </Link>
        )}
        <Link to="/units/$slug/asks" params={{ slug }} search={{ title: "" }}>
          Ask for something
        </Link>
      </p>
    </section>
  );
}
