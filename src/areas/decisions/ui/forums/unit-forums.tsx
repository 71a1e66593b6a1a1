import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asking } from "../../../../web/client.ts";
import { Arrives } from "../../../../web/parts/arrives.tsx";
import { Card } from "../../../../web/parts/card.tsx";
import { timeText } from "../../../../web/parts/dates.ts";
import lists from "../../../../web/parts/lists.module.css";
import { type ForumBrief, forumList } from "../../forums/contract.ts";
import { BeginForum } from "./begin-forum.tsx";
import styles from "./forums.module.css";

/** The forums of a team or group, and the way to begin one. */
export function UnitForums({ slug, name }: { slug: string; name: string }) {
  const { forums, can } = useSuspenseQuery(asking(forumList, { unit: slug })).data;
  const [begins, setBegins] = useState(false);
  return (
    <div className={styles.stack}>
      {forums.length === 0 && <Empty name={name} own={can.add} />}
      {forums.length > 0 && (
        <ul className={lists.rows}>
          {forums.map((forum) => (
            <Line key={forum.id} forum={forum} />
          ))}
        </ul>
      )}
      {can.add && forums.length === 0 && <Begins slug={slug} />}
      {can.add && begins && forums.length > 0 && (
        <Arrives>
          <Begins slug={slug} />
        </Arrives>
      )}
      {can.add && !begins && forums.length > 0 && (
        <div>
          <Button size="xs" variant="default" onClick={() => setBegins(true)}>
            Begin another one
          </Button>
        </div>
      )}
    </div>
  );
}

function Begins({ slug }: { slug: string }) {
  const navigate = useNavigate();
  return (
    <Card title="Begin a forum">
      <BeginForum slug={slug} onBegun={(id) => void navigate({ to: "/forums/$id", params: { id } })} />
    </Card>
  );
}

/** What it is for, while there is none. */
const Empty = ({ name, own }: { name: string; own: boolean }) => (
  <p className={lists.words} dir="auto">
    {own
      ? "A forum is where you solve together what nobody decides alone: questions first, then everybody's view, then a proposal that is safe enough to try. Its agenda comes from what is proposed or asked for already, and its minutes write themselves. Give it a name and the day of a meeting that you have anyway."
      : `You take part in no forum of ${name}. Somebody who belongs there can open one to you.`}
  </p>
);

function Line({ forum }: { forum: ForumBrief }) {
  const { id, name, purpose, cadence, next, meeting, agenda, ended } = forum;
  const when = ended
    ? "has ended"
    : meeting
      ? meeting.says
      : next
        ? `next on ${timeText(next.at, cadence.timeZone)}`
        : cadence.says;
  return (
    <li>
      <div className={lists.what}>
        <Link to="/forums/$id" params={{ id }} dir="auto">
          {name}
        </Link>
        {purpose !== "" && <p dir="auto">{purpose}</p>}
      </div>
      <span className="soft small">
        {when}
        {!ended && ` · ${agenda === 0 ? "nothing" : agenda} on the agenda`}
      </span>
    </li>
  );
}
