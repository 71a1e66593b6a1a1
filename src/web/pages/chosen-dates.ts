import { z } from "zod";
import { dayText } from "../parts/dates.ts";
import type { MeasureSearch } from "./measure-search.ts";

interface Chosen {
  /** The same with only the dates that can be used. */
  readonly search: MeasureSearch;
  /** What is wrong with the others, in words. */
  readonly wrong: readonly string[];
}

const Day = z.iso.date();
const names = { from: "From", to: "To" } as const;

/** The dates that someone typed into the address, checked; a wrong one is not used, and never silently. */
export function chosenDates(search: MeasureSearch): Chosen {
  const fields = ["from", "to"] as const;
  const wrong = fields.flatMap((field) => {
    const text = search[field];
    if (text === undefined || text === "" || Day.safeParse(text).success) return [];
    return [`${names[field]}: “${text}” is no day, so it is left out. Write it like 2026-01-31.`];
  });
  const [from, to] = fields.map((field) => Day.safeParse(search[field]).data);
  if (from && to && from > to) {
    const both = `${dayText(from)} is after ${dayText(to)}, so neither is used.`;
    return { search: { ...search, from: undefined, to: undefined }, wrong: [...wrong, both] };
  }
  return { search: { ...search, from, to }, wrong };
}
