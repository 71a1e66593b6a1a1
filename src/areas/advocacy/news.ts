import type { News, Since } from "../../core/reminders/news.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { oneAsk, StepKind } from "./contract.ts";

/** What those who asked wait for. */
const answers: ReadonlySet<StepKind> = new Set(["yes", "no", "came-back", "done"]);

/** Of each ask of one's own side the last that came of it in this time. */
export function newsOf(asks: readonly AnswerOf<typeof oneAsk>[], { since, until }: Since): News[] {
  return asks.flatMap(({ ask, steps }) => {
    if (!ask.sides.includes("asking")) return [];
    const last = steps.findLast(({ kind, side, at }) => {
      const moment = Date.parse(at);
      return side === "asked" && answers.has(kind) && moment > since && moment <= until;
    });
    if (last === undefined) return [];
    const text = `${last.by?.name ?? "Somebody"} ${last.says}.`;
    const about = { kind: "ask", unit: ask.from.slug, title: ask.title, href: `/asks/${ask.id}` };
    return [{ ...about, text, day: last.at.slice(0, 10), well: last.kind !== "no" }];
  });
}
