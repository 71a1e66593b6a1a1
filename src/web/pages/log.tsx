import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { audit, type Entry } from "../../core/audit/contract.ts";
import { asking } from "../client.ts";
import { timeText } from "../parts/dates.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import styles from "./log.module.css";

/** As many as are read at a time. */
const PAGE = 50;

/** Who did what that the reader has a right to know of. */
export function LogPage() {
  const { unit } = useSearch({ from: "/log" });
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery({
    ...asking(audit, { limit, ...(unit === undefined ? {} : { unit }) }),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Pending />;
  return (
    <div className={styles.page}>
      <PageTitle>What was done</PageTitle>
      <p className="soft">
        {unit === undefined
          ? "By you, about you and about what you belong to. "
          : "About this team or group, as far as it is for you to know. "}
        Nobody can change or remove a line of it.
      </p>
      {data.entries.length === 0 ? (
        <p>
          Nothing yet. When somebody shares a measure, moves a component or changes who belongs where, it
          stands here.
        </p>
      ) : (
        <ol className={styles.entries}>
          {data.entries.map((entry) => (
            <li key={entry.id}>
              <Line entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {data.total > data.entries.length && (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + PAGE)}>
          Show more
        </button>
      )}
      {unit !== undefined && (
        <Link to="/log" search={{}}>
          Show all that is for you to know
        </Link>
      )}
    </div>
  );
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Line({ entry: { at, actor, words, aboutPerson, aboutUnit } }: { entry: Entry }) {
  return (
    <>
      <p>
        <span dir="auto">{actor?.name ?? "Septet"}</span> <span dir="auto">{words}</span>
      </p>
      <p className="soft small">
        {timeText(at, here)}
        {aboutPerson && (
          <>
            {" "}
            · <span dir="auto">{aboutPerson.name}</span>
          </>
        )}
        {aboutUnit && (
          <>
            {" "}
            ·{" "}
            <Link to="/units/$slug" params={{ slug: aboutUnit.id }} dir="auto">
              {aboutUnit.name}
            </Link>
          </>
        )}
      </p>
    </>
  );
}
