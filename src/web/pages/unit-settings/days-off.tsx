import { Button, FileButton, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDaysOff, type DayOff, daysOff, removeDayOff } from "../../../core/loops/days-off/contract.ts";
import type { Unit } from "../../../core/org/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { dayText } from "../../parts/dates.ts";
import form from "../../parts/form.module.css";
import lists from "../../parts/lists.module.css";
import { Opens } from "../../parts/opens.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";

/** The days on which nobody here is asked anything: what falls on one of them falls away. */
export function DaysOff({ it }: { it: Unit }) {
  const { data } = useQuery(asking(daysOff, { slug: it.slug }));
  const remove = useAsk(removeDayOff);
  if (!data) return null;
  return (
    <section className={form.section}>
      <h2>Days off</h2>
      {data.days.length === 0 ? (
        <p className="soft">
          None. A check-in that falls on a day off falls away, here and in all that stands below.
        </p>
      ) : (
        <ul className={lists.rows}>
          {data.days.map((one) => (
            <li key={one.id}>
              <span className={lists.what}>
                {spanText(one)} <span dir="auto">{one.name}</span>
                {one.unit.slug !== it.slug && (
                  <span className="soft" dir="auto">
                    {" "}
                    · {one.unit.name}
                  </span>
                )}
              </span>
              {data.can.change && one.unit.slug === it.slug && (
                <WordButton
                  word="Take it back"
                  of={one.name}
                  busy={remove.isPending}
                  onClick={() => remove.mutate({ id: one.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {data.can.change && (
        <Opens word="Add days off">{(close) => <AddDaysOff slug={it.slug} onDone={close} />}</Opens>
      )}
    </section>
  );
}

const spanText = ({ from, to }: Pick<DayOff, "from" | "to">): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;

/** Lines, or the file that a calendar exports; what would be added is shown before it is. */
function AddDaysOff({ slug, onDone }: { slug: string; onDone: () => void }) {
  const [text, setText] = useState("");
  const look = useAsk(addDaysOff);
  const add = useAsk(addDaysOff, onDone);
  const found = look.data;
  const change = (words: string) => {
    setText(words);
    look.reset();
  };
  return (
    <AskForm
      onSubmit={() => look.mutate({ slug, text })}
      error={look.error ?? add.error}
      fields={["/text"]}
      busy={look.isPending}
      word="See what it would add"
      small
      disabled={text.trim() === ""}
      after={
        found && (
          <div>
            <ul className={lists.rows}>
              {found.days.map((one) => (
                <li key={one.from + one.name}>
                  {spanText(one)} <span dir="auto">{one.name}</span>
                </li>
              ))}
              {found.problems.map(({ place, detail }) => (
                <li key={place + detail} className="soft">
                  {place}: {detail}
                </li>
              ))}
            </ul>
            {found.days.length > 0 && (
              <Button
                mt={10}
                size="xs"
                loading={add.isPending}
                onClick={() => add.mutate({ slug, text, apply: true })}
              >
                Add {found.days.length === 1 ? "it" : `all ${found.days.length}`}
              </Button>
            )}
          </div>
        )
      }
    >
      <Textarea
        label="One a line"
        placeholder={"2026-12-24..2027-01-01 Company holidays\n2027-05-01 May Day"}
        rows={4}
        value={text}
        error={troubleAt("/text", look.error)}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <FileButton accept=".ics,text/calendar" onChange={async (file) => file && change(await file.text())}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            or a calendar's file (.ics)
          </Button>
        )}
      </FileButton>
    </AskForm>
  );
}
