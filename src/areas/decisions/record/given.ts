import type { Body } from "./body.ts";
import { dayIn, orderIn } from "./day.ts";
import type { Detail, Field } from "./details.ts";
import { type Entry, entryOf, type Fault, isPlaceholder, listIn, textIn } from "./front-matter.ts";
import { isUnfilled, nameIn, namesIn } from "./names.ts";
import type { State } from "./state.ts";
import { shown } from "./text.ts";

export const DECIDERS = ["decision-makers", "deciders"];

/** Names in the front matter, or else in a field of the text. */
export function peopleOf(
  { body, details }: { body: Body; details: ReadonlyMap<Field, Detail> },
  field: Field,
  keys: string[],
) {
  const entry = entryOf(body.text, body.front, ...keys);
  if (entry && body.front) {
    if (isPlaceholder(entry.value, entry.source)) return [];
    const list = listIn(body.front, entry.value);
    return (list ? list.flatMap(nameIn) : namesIn(textIn(body.front, entry.value) ?? "")).map(shown);
  }
  return namesIn(details.get(field)?.value ?? "").map(shown);
}

/** The keys that hold a record's day, the first that is there counting; structured MADR has the last two. */
const DATES = ["date", "updated", "created"];

export function dateEntryOf(body: Body): Entry | null {
  const entries = DATES.map((key) => entryOf(body.text, body.front, key));
  return (
    entries.find((entry) => entry && !isPlaceholder(entry.value, entry.source)) ??
    entries.find(Boolean) ??
    null
  );
}

/** The day of a record, from the first place that says any. */
export function dateOf(
  body: Body,
  details: ReadonlyMap<Field, Detail>,
  state: State,
): { day: string | null; faults: Fault[] } {
  const entry = dateEntryOf(body);
  if (entry && body.front && !isPlaceholder(entry.value, entry.source)) {
    const said = textIn(body.front, entry.value);
    if (said !== null) return dayOf(said, body.text, entry.valueFrom);
  }
  const detail = details.get("date");
  if (detail && detail.value !== "") return dayOf(detail.value, body.text, detail.from);
  return { day: state.day?.day ?? null, faults: [] };
}

function dayOf(said: string, text: string, at: number): { day: string | null; faults: Fault[] } {
  const unfilled = isUnfilled(said) || /^yyyy-mm-dd\b/i.test(said);
  const found = dayIn(said, orderIn(text));
  if (unfilled && !found) return { day: null, faults: [] };
  if (!found)
    return { day: null, faults: [{ at, says: `“${shown(said)}” is no day: write it as 2026-03-28.` }] };
  const says = `“${shown(said)}” is read with the day before the month, as ${found.day}; write it so.`;
  return { day: found.day, faults: found.doubtful ? [{ at, says }] : [] };
}
