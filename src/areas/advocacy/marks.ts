import type { Mark } from "../../core/loops/marks.ts";
import { askedOn, standSeen } from "./shown.ts";
import { daysToAnswer } from "./stand.ts";
import type { AskSeen } from "./store/asks.ts";
import { sayIn } from "./words.ts";

interface Within {
  /** Ids: of what these asked for, it is not said who did. */
  readonly units: readonly string[];
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

/** What of asks stands on the time line: that it was asked, when it was answered, and what came back after that. */
export const marksOf = (asks: readonly AskSeen[], { units, from, to }: Within): Mark[] =>
  asks
    .flatMap((seen) => marksOfOne(seen, units))
    .filter(({ day }) => from <= day && day <= to)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

function marksOfOne(seen: AskSeen, units: readonly string[]): Mark[] {
  const { row, from } = seen;
  const asked = askedOn(seen);
  const stand = standSeen(seen);
  const { answer, cameBack } = stand;
  const days = daysToAnswer(asked, stand);
  const mark = (day: string, text: string): Mark => ({
    ...{ area: "advocacy", day, kind: "event", text: `${text}: ${row.title}`, href: `/asks/${row.id}` },
  });
  return [
    mark(asked, units.includes(row.fromUnit) ? "asked" : `asked by ${from.name}`),
    ...(answer === null || days === null
      ? []
      : [mark(answer.day, `${answer.kind === "came-back" ? "came back" : "answered"} ${sayIn(days)}`)]),
    ...(cameBack === null || cameBack === answer ? [] : [mark(cameBack.day, "came back")]),
  ];
}
