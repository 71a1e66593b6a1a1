import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { loops } from "../../core/loops/contract.ts";
import type { Due } from "../../core/loops/marks.ts";
import { due, rightness } from "../../core/loops/mine/contract.ts";
import { asking } from "../client.ts";
import { dayText } from "../parts/dates.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { LoopList } from "./loops/loop-list.tsx";
import styles from "./me/me.module.css";
import { OwnRightness } from "./me/own-rightness.tsx";

/** All that is due or open for the person, the oldest first, from all areas; and what is theirs alone. */
export function MePage() {
  const { data } = useSuspenseQuery(asking(due, {}));
  const own = useSuspenseQuery(asking(loops, {})).data;
  const right = useSuspenseQuery(asking(rightness, {})).data;
  return (
    <>
      <PageTitle>Me</PageTitle>
      {data.due.length === 0 ? (
        <p className="soft">Nothing waits for you.</p>
      ) : (
        <ol className={styles.due}>
          {data.due.map((one) => (
            <DueRow key={one.href + one.day + one.title} one={one} />
          ))}
        </ol>
      )}
      {data.coming.length > 0 && (
        <section className={styles.section}>
          <h2>Comes next</h2>
          <ol className={styles.coming}>
            {data.coming.slice(0, MOST).map((one) => (
              <li key={one.href + one.day + one.title}>
                <span className={styles.day}>{dayText(one.day)}</span>{" "}
                <Link to={one.href} dir="auto">
                  {one.title}
                </Link>{" "}
                <span className="soft" dir="auto">
                  {one.of ?? ""}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.section}>
        <h2>What I ask myself</h2>
        <LoopList
          loops={own.loops}
          empty="Nothing yet. A minute a week of your own, which nobody else sees."
        />
        <p className="small">
          <Link to="/loops/new">Ask yourself a question</Link>
        </p>
      </section>
      <OwnRightness right={right} />
      <p className="small">
        <Link to="/decisions" search={{}}>
          What I decide for myself
        </Link>
      </p>
      <p className="small">
        <Link to="/reminders">Be reminded of all this where you are</Link>
      </p>
    </>
  );
}

/** As much of what comes as one looks over. */
const MOST = 12;

function DueRow({ one }: { one: Due }) {
  return (
    <li className={styles.one}>
      <p className="soft small">
        <span dir="auto">{one.of ?? "Yours"}</span> · since {dayText(one.day)}
      </p>
      <p className={styles.what} dir="auto">
        {one.title}
      </p>
      <Link to={one.href}>{one.action}</Link>
    </li>
  );
}
