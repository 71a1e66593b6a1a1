import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { Arrives } from "../../../web/parts/arrives.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import lists from "../../../web/parts/lists.module.css";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { type Ask, unitAsks } from "../contract.ts";
import styles from "./advocacy.module.css";
import { AskForHelp } from "./ask-for-help.tsx";
import { toWhom } from "./card-words.ts";

interface UnitAsksProps {
  readonly slug: string;
  readonly name: string;
  /** An ask begins with this line, which may be empty. */
  readonly begun?: string | undefined;
  readonly why?: string | undefined;
  readonly onAsked: (asked: Ask) => void;
}

/** What a team asked for and what it is asked, open ones first, and the way to ask for something. */
export function UnitAsks({ slug, name, begun, why, onAsked }: UnitAsksProps) {
  const { asked, received, says, can } = useSuspenseQuery(asking(unitAsks, { slug })).data;
  const [asks, setAsks] = useState(begun !== undefined);
  return (
    <div className={styles.lists}>
      {can.ask &&
        (asks ? (
          <Card title="Ask for something">
            <Arrives>
              <AskForHelp slug={slug} title={begun} why={why} onDone={onAsked} />
            </Arrives>
          </Card>
        ) : (
          <div>
            <Button onClick={() => setAsks(true)}>Ask for something</Button>
          </div>
        ))}
      {asked.length + received.length === 0 && <Empty name={name} own={can.ask} />}
      <List title={`What ${name} asked for`} asks={asked} says={says.asked} />
      <List title={`What ${name} is asked`} asks={received} says={says.received} />
    </div>
  );
}

/** What it is for, while there is nothing. */
const Empty = ({ name, own }: { name: string; own: boolean }) => (
  <p className={lists.words} dir="auto">
    {own
      ? "What is in your way that you cannot move yourselves? Ask a leader above or another team for it, with a reason. It stays open until something comes back, and you say whether it helped."
      : `What ${name} asks is between ${name} and those whom it asks. You are asked nothing by it.`}
  </p>
);

interface ListProps {
  readonly title: string;
  readonly asks: readonly Ask[];
  readonly says: string | null;
}

function List({ title, asks, says }: ListProps) {
  if (asks.length === 0) return null;
  return (
    <section>
      <h2 dir="auto">{title}</h2>
      {says && <p className="soft">{unbroken(says)}</p>}
      <ul className={lists.rows}>
        {asks.map((ask) => (
          <li key={ask.id}>
            <div className={lists.what}>
              <Link to="/asks/$id" params={{ id: ask.id }} dir="auto">
                {ask.title}
              </Link>
              <p dir="auto">{unbroken(ask.says)}</p>
            </div>
            <span className="soft small" dir="auto">
              {ask.sides.includes("asking") ? `to ${toWhom(ask)}` : `by ${ask.from.name}`} ·{" "}
              {unbroken(dayText(ask.asked))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
