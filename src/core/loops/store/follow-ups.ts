import type { AreaContext, FollowedUp } from "../../area.ts";
import type { LoopsContext } from "../context.ts";
import type { FollowUp } from "../contract.ts";
import { experimentFollowUps } from "./experiments.ts";
import type { TurnSeen } from "./turns.ts";

type Kind = (context: AreaContext, ids: readonly string[]) => Promise<readonly FollowedUp[]>;

/** What these turns led to, newest first; what the person who asks may not see any more is left out. */
export async function followUpsOf(
  context: LoopsContext,
  turns: readonly TurnSeen[],
): Promise<Map<string, FollowUp[]>> {
  const rows = turns.flatMap(({ followUps }) => followUps);
  const kinds = new Map<string, Kind>([
    ["experiment", (_, ids) => context.as((tx) => experimentFollowUps(tx, context, ids))],
    ...context.areas.flatMap(({ plugs }) =>
      (plugs?.followUps ?? []).map(({ kind, read }) => [kind, read] as const),
    ),
  ]);
  const found = new Map<string, FollowedUp>();
  for (const [kind, some] of Map.groupBy(rows, (row) => row.kind)) {
    const read = kinds.get(kind);
    const things = read ? await read(context, [...new Set(some.map(({ thing }) => thing))]) : [];
    for (const thing of things) found.set(`${kind} ${thing.id}`, thing);
  }
  const shown = rows.flatMap((row) => {
    const thing = found.get(`${row.kind} ${row.thing}`);
    return thing === undefined ? [] : [{ turn: row.turn, at: row.at, one: { ...thing, kind: row.kind } }];
  });
  return Map.groupBy(
    shown
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .map(({ turn, at, one }) => ({ turn, ...one, day: at.toISOString().slice(0, 10) })),
    ({ turn }) => turn,
  ) as Map<string, FollowUp[]>;
}
