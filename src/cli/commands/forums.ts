import pc from "picocolors";
import { type Forum, forumList, minutesOf, oneForum } from "../../areas/decisions/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

/** A forum with the minutes of its last meeting, in Markdown; null where it has not met yet. */
interface Told {
  readonly forum: Forum;
  readonly minutes: string | null;
}

export async function forumsCommand(
  { ask }: Connection,
  unit: string | undefined,
  out: Output,
): Promise<void> {
  const { forums } = await ask(forumList, unit === undefined ? {} : { unit });
  const told: Told[] = [];
  for (const { id, last } of forums.filter((one) => !one.ended || one.last !== null)) {
    const minutes = last === null ? null : (await ask(minutesOf, { id: last.id })).markdown;
    told.push({ forum: await ask(oneForum, { id }), minutes });
  }
  out.result(
    { forums: told.map(({ forum, minutes }) => ({ ...forum, minutes })) },
    () => told.map(linesOf).join("\n\n") || "You take part in no forum here.",
  );
}

function linesOf({ forum, minutes }: Told): string {
  const { name, unit, cadence, next, meeting, items } = forum;
  const when = meeting ? meeting.says : next ? `next on ${next.day} at ${cadence.at}` : "meets no more";
  const agenda = items.map(({ title, minutes: long, putBy }) => [
    title,
    `${long} min`,
    putBy?.name ?? "somebody who is gone",
  ]);
  return [
    `${pc.bold(harmless(name))} ${harmless(`(${unit.name}): ${when}`)}`,
    agenda.length === 0 ? "Nothing is on the next agenda." : table(agenda),
    ...(minutes === null ? [] : ["", ...minutes.trimEnd().split("\n").map(harmless)]),
  ].join("\n");
}
