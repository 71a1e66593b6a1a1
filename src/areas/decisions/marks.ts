import type { Mark } from "../../core/loops/marks.ts";
import type { Status, TurnedOut } from "./values.ts";

interface Marked {
  readonly id: string;
  readonly title: string;
  readonly status: Status | null;
  readonly proposedOn: string | null;
  readonly decidedOn: string | null;
  readonly outcomes: readonly { readonly on: string; readonly turnedOut: TurnedOut }[];
}

const decided: Partial<Record<Status, string>> = { rejected: "decided against" };
const turned: Record<TurnedOut, string> = {
  well: "turned out well",
  mixed: "turned out mixed",
  badly: "turned out badly",
  unclear: "looked at again",
};

/** What of decisions stands on the time line: that one was put forward, decided, and looked at again. Drafts are nobody's news. */
export function marksOf(decisions: readonly Marked[], { from, to }: { from: string; to: string }): Mark[] {
  return decisions
    .filter(({ status }) => status !== "draft")
    .flatMap((one) => {
      const mark = (day: string, text: string): Mark => ({
        ...{
          area: "decisions",
          day,
          kind: "event",
          text: `${text}: ${one.title}`,
          href: `/decisions/${one.id}`,
        },
      });
      const { proposedOn, decidedOn, status } = one;
      return [
        ...(proposedOn === null || proposedOn === decidedOn ? [] : [mark(proposedOn, "put forward")]),
        ...(decidedOn === null || status === "proposed"
          ? []
          : [mark(decidedOn, (status && decided[status]) ?? "decided")]),
        ...one.outcomes.map(({ on, turnedOut }) => mark(on, turned[turnedOut])),
      ];
    })
    .filter(({ day }) => from <= day && day <= to)
    .toSorted((one, other) => one.day.localeCompare(other.day));
}
