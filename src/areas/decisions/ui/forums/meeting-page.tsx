import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { asking } from "../../../../web/client.ts";
import { Breadcrumb } from "../../../../web/parts/breadcrumb.tsx";
import { dayText } from "../../../../web/parts/dates.ts";
import { PageTitle } from "../../../../web/parts/page-title.tsx";
import { unbroken } from "../../../../web/parts/unbroken.ts";
import { oneForum } from "../../forums/contract.ts";
import { type Meeting, type MeetingItem, oneMeeting } from "../../forums/meetings/contract.ts";
import { Closing } from "./closing.tsx";
import styles from "./forums.module.css";
import { ItemView } from "./item-view.tsx";
import { Minutes } from "./minutes.tsx";
import { Present } from "./present.tsx";
import { PutOn } from "./put-on.tsx";
import { useMeetingLive } from "./use-meeting-live.ts";

/** A meeting while it is on, the same on the screens of all who take part; and afterwards its minutes. */
export function MeetingPage() {
  const { id } = useParams({ from: "/meetings/$id" });
  const meeting = useSuspenseQuery(asking(oneMeeting, { id })).data;
  const { unit, forum, began, timeZone, closed, until, says, seenBy } = meeting;
  useMeetingLive(id, closed === null);
  return (
    <div className={styles.page}>
      <PageTitle of={<Breadcrumb places={[unit]} here="Meeting" />}>{forum.name}</PageTitle>
      <p className="soft small" dir="auto">
        {unbroken(
          [dayText(began, timeZone), says, ...(until ? [`by ${dayText(until)}`] : []), seenBy].join(" · "),
        )}
      </p>
      {closed === null ? <Live meeting={meeting} /> : <Minutes meeting={meeting} />}
      <p className={`small ${styles.ways}`}>
        <Link to="/forums/$id" params={{ id: forum.id }} dir="auto">
          {forum.name}
        </Link>
      </p>
    </div>
  );
}

/** What it is at; somebody may look at something else, until the next thing is begun. */
function Live({ meeting }: { meeting: Meeting }) {
  const { items, at } = meeting;
  const [looks, setLooks] = useState<{ item: string; since: string | null } | null>(null);
  const begins = items.find(({ phase }) => phase !== "done");
  const own = looks !== null && looks.since === at ? looks.item : null;
  const open = items.find(({ id }) => id === (own ?? at)) ?? begins ?? items[0];
  return (
    <>
      <Present meeting={meeting} />
      <div className={styles.columns}>
        <nav aria-label="Agenda">
          <ol className={styles.agenda}>
            {items.map(({ id, title, phase, waitsForMe }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === open?.id}
                  onClick={() => setLooks({ item: id, since: at })}
                >
                  <span dir="auto">{title}</span>
                  <span className="soft small">
                    {stands(phase)}
                    {waitsForMe && phase !== "questions" && " · waits for you"}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <Closing meeting={meeting} />
        </nav>
        <div>
          {open ? <ItemView key={open.id} item={open} meeting={meeting} /> : <Nothing meeting={meeting} />}
        </div>
      </div>
    </>
  );
}

/** As the steps are called above it. */
const stands = (phase: MeetingItem["phase"]): string =>
  phase === "waiting" ? "not begun" : phase === "opinions" ? "views" : phase;

function Nothing({ meeting: { forum } }: { meeting: Meeting }) {
  const { data } = useSuspenseQuery(asking(oneForum, { id: forum.id }));
  return (
    <>
      <p className="soft">Nothing is on its agenda yet. What would you like to talk about?</p>
      {data.can.takePart && <PutOn forum={data} />}
    </>
  );
}
