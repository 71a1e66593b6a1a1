import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asking } from "../../../../web/client.ts";
import { Breadcrumb } from "../../../../web/parts/breadcrumb.tsx";
import { dayText, timeText } from "../../../../web/parts/dates.ts";
import lists from "../../../../web/parts/lists.module.css";
import { PageTitle } from "../../../../web/parts/page-title.tsx";
import { unbroken } from "../../../../web/parts/unbroken.ts";
import { type Forum, oneForum } from "../../forums/contract.ts";
import { Agenda } from "./agenda.tsx";
import { BeginMeeting } from "./begin-meeting.tsx";
import { ForumSettings } from "./forum-settings.tsx";
import styles from "./forums.module.css";
import { PutOn } from "./put-on.tsx";

/** A forum: what is on the agenda of its next meeting, what could be taken up, and past meetings. */
export function ForumPage() {
  const { id } = useParams({ from: "/forums/$id" });
  const forum = useSuspenseQuery(asking(oneForum, { id })).data;
  const { unit, name, purpose, says, meeting, can } = forum;
  return (
    <div className={styles.page}>
      <PageTitle of={<Breadcrumb places={[unit]} here="Forum" />}>{name}</PageTitle>
      {purpose !== "" && (
        <p className={styles.question} dir="auto">
          {unbroken(purpose)}
        </p>
      )}
      <p className="soft small" dir="auto">
        {unbroken(`${whenOf(forum)} · ${says}`)}
      </p>
      <div className={styles.stack}>
        {meeting && (
          <p>
            <Link to="/meetings/$id" params={{ id: meeting.id }}>
              {meeting.mode === "live" ? "Go to the meeting" : "Say what you think in the meeting"}
            </Link>{" "}
            <span className="soft small">{meeting.says}</span>
          </p>
        )}
        <section>
          <h2>{meeting ? "After that" : "Next agenda"}</h2>
          <Agenda forum={forum} />
        </section>
        {can.takePart && <PutOn forum={forum} />}
        {can.takePart && !meeting && <BeginMeeting forum={forum} />}
        <Past forum={forum} />
        {can.change && <ForumSettings key={JSON.stringify(forum.cadence)} forum={forum} />}
      </div>
      <p className={`small ${styles.ways}`}>
        <Link to="/units/$slug/forums" params={{ slug: unit.slug }} dir="auto">
          Forums of {unit.name}
        </Link>
      </p>
    </div>
  );
}

function whenOf({ ended, cadence, next }: Forum): string {
  if (ended) return "It has ended";
  const first = `It meets ${cadence.says}`;
  return next ? `${first}, next on ${timeText(next.at, cadence.timeZone)}` : first;
}

function Past({ forum: { meetings, cadence } }: { forum: Forum }) {
  const over = meetings.filter(({ closed }) => closed !== null);
  if (over.length === 0) return null;
  return (
    <section>
      <h2>Minutes</h2>
      <ul className={lists.rows}>
        {over.map(({ id, began, says, mode }) => (
          <li key={id}>
            <div className={lists.what}>
              <Link to="/meetings/$id" params={{ id }}>
                {dayText(began, cadence.timeZone)}
              </Link>
            </div>
            <span className="soft small">
              {says}
              {mode === "over-days" && " · in writing"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
