import { dayText } from "./dates.ts";

interface Span {
  /** The first day; null is since ever. */
  readonly from: string | null;
  /** The first day that it no longer holds; null while it does. */
  readonly until: string | null;
}

/** From when until when something holds; also where it has yet to begin: "from 3 May 2026". */
export function spanText({ from, until }: Span): string {
  const begins = from === null ? "" : `from ${dayText(from)}`;
  const ends = until === null ? "" : `until ${dayText(until)}`;
  return [begins, ends].filter(Boolean).join(" ") || "from the beginning";
}
