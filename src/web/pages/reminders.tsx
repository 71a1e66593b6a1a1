import { useSuspenseQuery } from "@tanstack/react-query";
import { reminders } from "../../core/reminders/contract.ts";
import { asking } from "../client.ts";
import form from "../parts/form.module.css";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { Calendar } from "./reminders/calendar.tsx";
import { Letters } from "./reminders/letters.tsx";
import { Preview } from "./reminders/preview.tsx";
import { useChoices } from "./reminders/use-choices.ts";

/** What the reader is told outside Septet; all of it is off until they say so. */
export function RemindersPage() {
  const chosen = useSuspenseQuery(asking(reminders, {})).data;
  const choices = useChoices(chosen);
  return (
    <>
      <PageTitle>Reminders</PageTitle>
      <p className={lists.words}>
        What you are told where you are anyway, so that you need not look here. Nobody but you sees what you
        choose, and all of it is off until you do.
      </p>
      <section className={form.section}>
        <h2>Letters</h2>
        <Letters chosen={chosen} choices={choices} />
      </section>
      <section className={form.section}>
        <h2>Your calendar</h2>
        <Calendar chosen={chosen} choices={choices} />
      </section>
      <section className={form.section}>
        <h2>The next digest</h2>
        <Preview />
      </section>
    </>
  );
}
