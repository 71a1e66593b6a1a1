import type { Line } from "../digest-contract.ts";
import type { Today } from "../letters/check-in.ts";

/** What is posted on the day of a check-in. */
export const checkInLines = ({ unit, time, questions, href }: Today): string[] => [
  `Check-in of ${unit ?? "your team"} today, ${time}`,
  ...questions.map((question) => `• ${question}`),
  href,
];

interface Digested {
  readonly unit: string;
  readonly lines: readonly Line[];
  /** Whether what came of it is told too; else only that there is something to see. */
  readonly readings: boolean;
  readonly href: string;
}

/** What is posted once a week, of what is the team's as a whole. */
export const digestLines = ({ unit, lines, readings, href }: Digested): string[] => [
  `What came back for ${unit}`,
  ...lines.map(
    ({ title, text, kind }) => `• ${title}: ${readings ? text : (cameOf[kind] ?? "there is something new.")}`,
  ),
  href,
];

const cameOf: Readonly<Record<string, string>> = {
  guess: "what you guessed has come back.",
  experiment: "there is something to see.",
  unusual: "something was unusual.",
};

/** Nothing of one person, and nothing that others show to the team, goes to where it is not known who reads. */
export const ofTheTeam = ({ kind, mine }: Line): boolean => !mine && kind in cameOf;
