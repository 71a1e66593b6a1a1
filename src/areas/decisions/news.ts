import type { News } from "../../core/reminders/news.ts";
import type { Came, Stance, TurnedOut } from "./values.ts";

interface Named {
  readonly id: string;
  readonly title: string;
  /** The slug of the unit whose decision it is; null is one's own. */
  readonly unit: string | null;
}

export interface AdviceCame extends Named {
  readonly name: string;
  readonly stance: Stance | null;
  readonly on: string;
}

export interface ToldBack extends Named {
  readonly statement: string;
  readonly came: Came;
  readonly on: string;
}

export interface TurnedBack extends Named {
  readonly turnedOut: TurnedOut;
  readonly on: string;
}

const stances: Record<Stance, string> = {
  for: "is for it",
  concern: "has a concern",
  against: "is against it",
};

export const newsOfAdvice = (all: readonly AdviceCame[]): News[] =>
  all.map(({ name, stance, on, ...one }) => ({
    ...about(one, on),
    text: `${name} gave advice${stance === null ? "" : ` and ${stances[stance]}`}.`,
    well: stance === "for",
  }));

export const newsOfTold = (all: readonly ToldBack[]): News[] =>
  all
    .filter(({ came }) => came !== "void")
    .map(({ statement, came, on, ...one }) => ({
      ...about(one, on),
      text: `${came === "yes" ? "It came as expected" : "It did not come as expected"}: ${statement}`,
      well: came === "yes",
    }));

const turned: Record<TurnedOut, string> = {
  well: "It turned out well.",
  mixed: "It turned out mixed.",
  badly: "It turned out badly.",
  unclear: "It was looked at again; how it turned out is not clear.",
};

export const newsOfOutcomes = (all: readonly TurnedBack[]): News[] =>
  all.map(({ turnedOut, on, ...one }) => ({
    ...about(one, on),
    text: turned[turnedOut],
    well: turnedOut === "well",
  }));

const about = ({ id, title, unit }: Named, day: string) => ({
  kind: "decision",
  title,
  unit,
  day,
  href: `/decisions/${id}`,
});
