import type { Due } from "../loops/marks.ts";

/** What waits for somebody, as a digest says it. Only what was tried comes back: a meeting, an ask or a pulse is there for the first time. */
export function sayWaiting({ kind, action }: Pick<Due, "kind" | "action">): string {
  const tried = kind === "experiment" || kind === "look-back";
  const says = tried ? `It came back: ${action.charAt(0).toLowerCase()}${action.slice(1)}` : action;
  return /[.?!]$/.test(says) ? says : `${says}.`;
}
