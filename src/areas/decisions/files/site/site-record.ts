import { periodName } from "../../../../core/measures/period-name.ts";
import type { Decision } from "../../contract.ts";
import type { SiteRecord } from "./site.ts";

const day = (iso: string): string => periodName(iso, "day");

/** A decision as the person who exports it sees it, for its page. What stays with the team is not in it. */
export function siteRecord(one: Decision, path: string): SiteRecord {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Decided by", one.deciders.join(", ")],
    ["Consulted", one.consulted.join(", ")],
    ["Informed", one.informed.join(", ")],
    ["Comes back", one.reviewBy && day(one.reviewBy)],
  ];
  return {
    ...{ id: one.id, path, number: one.number, title: one.title, body: one.body },
    status: one.status ?? one.rawStatus ?? "without a status",
    date: one.date && day(one.date),
    facts: facts.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    lists: [
      {
        title: "What was expected",
        lines: one.expects.map(({ statement, says }) => `${statement} (${says})`),
      },
      {
        title: "Advice",
        lines: one.advice.flatMap(({ name, says, said }) =>
          said === null ? [] : [`${name}, ${says}: ${said}`],
        ),
      },
      {
        title: "What came of it",
        lines: one.outcomes.map(
          ({ on, turnedOut, words }) => `${day(on)}: ${turnedOut}${words === "" ? "" : `. ${words}`}`,
        ),
      },
    ],
    links: one.links.map(({ says, other }) => ({ says, to: other.id, title: other.title })),
  };
}
