import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { Arrives } from "../../../web/parts/arrives.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { FindField } from "../../../web/parts/find-field.tsx";
import { finds } from "../../../web/parts/finds.ts";
import lists from "../../../web/parts/lists.module.css";
import { type Decision, type DecisionBrief, decisionList } from "../contract.ts";
import { dayCount } from "../stand.ts";
import { DecisionForm } from "./decision-form.tsx";
import { DecisionRows } from "./decision-rows.tsx";
import styles from "./decisions.module.css";

interface UnitDecisionsProps {
  /** `null` is one's own. */
  readonly slug: string | null;
  readonly name: string;
  readonly principles: boolean;
  /** A decision begins with this line, which may be empty. */
  readonly begun?: string | undefined;
  readonly onAdded: (added: Decision) => void;
}

/** From so many on one looks for one by a part of its name. */
const MANY = 12;

/** The decisions of a team, or its principles: what waits first; and the way to write another one down. */
export function UnitDecisions({ slug, name, principles, begun, onAdded }: UnitDecisionsProps) {
  const sort = principles ? "principles" : "decisions";
  const asked = slug === null ? { sort } : { unit: slug, sort };
  const { decisions, usualDays, can } = useSuspenseQuery(
    asking(decisionList, asked as { sort: "decisions" }),
  ).data;
  const [writes, setWrites] = useState(begun !== undefined);
  const [typed, setTyped] = useState("");
  const found = decisions.filter(({ title, number }) => finds(`${number ?? ""} ${title}`, typed));
  const waiting = found.filter(waits);
  const word = principles ? "Write a principle down" : "Write a decision down";
  return (
    <div className={styles.lists}>
      {can.add &&
        (writes ? (
          <Card title={word}>
            <Arrives>
              <DecisionForm
                slug={slug}
                sort={principles ? "principle" : "decision"}
                title={begun}
                onDone={onAdded}
              />
            </Arrives>
          </Card>
        ) : (
          <div>
            <Button onClick={() => setWrites(true)}>{word}</Button>
          </div>
        ))}
      {slug !== null && can.add && <Ways slug={slug} principles={principles} />}
      {decisions.length === 0 && <Empty name={name} own={can.add} principles={principles} />}
      {decisions.length > MANY && (
        <div className={lists.tools}>
          <FindField label="Find a decision" value={typed} onFind={setTyped} />
        </div>
      )}
      <List title="Waiting" decisions={waiting} />
      <List
        title={principles ? "What we hold to" : "Decisions"}
        decisions={found.filter((one) => !waits(one))}
        {...(usualDays === null
          ? {}
          : { says: `Half of them took at most ${dayCount(usualDays)} from the proposal on.` })}
      />
    </div>
  );
}

const waits = ({ stuck, back, shaken, status }: DecisionBrief): boolean =>
  stuck || back || shaken !== null || status === "proposed" || status === "draft";

function Ways({ slug, principles }: { slug: string; principles: boolean }) {
  return (
    <p className={styles.ways}>
      {principles ? (
        <Link to="/units/$slug/decisions" params={{ slug }} search={{}}>
          Decisions
        </Link>
      ) : (
        <Link to="/units/$slug/decisions" params={{ slug }} search={{ sort: "principles" }}>
          Principles and guardrails
        </Link>
      )}
      <Link to="/units/$slug/decisions/learnt" params={{ slug }}>
        What we learn from them
      </Link>
      <Link to="/units/$slug/forums" params={{ slug }}>
        Forums
      </Link>
      <Link to="/units/$slug/delegations" params={{ slug }}>
        Who decides what
      </Link>
      <Link to="/units/$slug/decisions/graph" params={{ slug }}>
        How they hang together
      </Link>
      <Link to="/units/$slug/decisions/files" params={{ slug }}>
        Bring in records
      </Link>
    </p>
  );
}

/** What it is for, while there is nothing. */
function Empty({ name, own, principles }: { name: string; own: boolean; principles: boolean }) {
  if (!own)
    return (
      <p className={lists.words} dir="auto">
        {name} has not opened any {principles ? "principle" : "decision"} to you.
      </p>
    );
  return (
    <p className={lists.words}>
      {principles
        ? "A principle is agreed on once and spares many discussions: a decision then says that it follows it, or departs from it until a day and why."
        : "Write a decision down in half a minute: what, why, what you expect of it and how sure you are. It comes back on its day, and you see whether it came as you thought."}
    </p>
  );
}

interface ListProps {
  readonly title: string;
  readonly decisions: readonly DecisionBrief[];
  readonly says?: string;
}

function List({ title, decisions, says }: ListProps) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {says && <p className="soft">{says}</p>}
      <DecisionRows decisions={decisions} />
    </section>
  );
}
