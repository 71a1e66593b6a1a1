import { Temporal } from "temporal-polyfill";
import { sayDay } from "../../stand.ts";
import type { Voice } from "../values.ts";
import { outcomeWords, phaseWords } from "../words.ts";
import type { Meeting, MeetingItem, Round, Said } from "./contract.ts";

const nameOf = (by: Said["by"]): string => by?.name ?? "Somebody who is gone";

/**
 * The minutes of a meeting in Markdown: who was there, what was asked and answered, what each thought, the rounds with their
 * objections, what was decided, and what is open still. Nobody writes them.
 */
export function minutesIn(meeting: Meeting): string {
  const { forum, unit, began, closed, timeZone, present, items, remarks } = meeting;
  const [day = "", from = ""] = clockIn(began, timeZone);
  const done = items.filter(({ phase }) => phase === "done");
  const open = items.filter(({ phase }) => phase !== "done");
  const there = present.map(({ name, left }) => (left ? `${name} (left early)` : name));
  return [
    `# ${plain(forum.name)}, ${sayDay(day)}`,
    `${plain(unit.name)}. ${closed === null ? "The meeting is still on." : `From ${from} to ${untilWords(closed, { day, timeZone })} (${timeZone}).`}`,
    `There: ${there.map(plain).join(", ") || "nobody said so"}.`,
    ...section("Decided", decidedIn(done)),
    ...items.flatMap((item) => [`## ${plain(item.title)}`, ...linesOf(item)]),
    ...section(
      "Open still",
      open.map(({ title, phase }) => `- ${plain(title)}: ${phaseWords[phase]}`),
    ),
    ...section(
      "Remarks",
      remarks.map((one) => `- ${saidLine(one)}`),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The day and the time on the clock. */
const clockIn = (moment: string, timeZone: string): string[] =>
  Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .split("T");

function untilWords(closed: string, { day, timeZone }: { day: string; timeZone: string }): string {
  const [on = "", at = ""] = clockIn(closed, timeZone);
  return on === day ? at : `${sayDay(on)}, ${at}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

function decidedIn(items: readonly MeetingItem[]): string[] {
  return items
    .filter(({ outcome }) => outcome === "accepted")
    .map((item) => {
      const chosen = item.proposals.find((one) => one.chosen);
      const title = plain(chosen?.title ?? item.title);
      return chosen ? `- [${title}](/decisions/${chosen.id})` : `- ${title}`;
    });
}

function linesOf(item: MeetingItem): string[] {
  const { questions, opinions, rounds, outcome, words, proposals } = item;
  const chosen = proposals.filter((one) => one.chosen && outcome === "accepted");
  return [
    ...part(
      "Questions",
      questions.flatMap((one) => [
        `- ${saidLine(one)}`,
        ...one.answers.map((answer) => `  - ${saidLine(answer)}`),
      ]),
    ),
    ...part(
      "Views",
      opinions.map((one) => `- ${saidLine(one)}`),
    ),
    ...rounds.flatMap((round) => part(roundTitle(round, rounds.length), roundLines(round))),
    ...part(
      "Also proposed",
      proposals
        .filter((one) => !one.chosen)
        .map(
          ({ id, title, status }) => `- [${plain(title)}](/decisions/${id}), ${status ?? "without a status"}`,
        ),
    ),
    ...chosen.map(({ id, title, reviewBy, expects }) =>
      [
        `**Decided:** [${plain(title)}](/decisions/${id})${reviewBy === null ? "" : `, comes back on ${sayDay(reviewBy)}`}`,
        ...expects.map((one) => `- Expected: ${plain(one)}`),
      ].join("\n"),
    ),
    ...(outcome !== null && outcome !== "accepted"
      ? [`**${large(outcomeWords[outcome])}.**${words === "" ? "" : ` ${plain(words)}`}`]
      : []),
  ];
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`### ${title}`, lines.join("\n")];

const roundTitle = ({ n }: Round, of: number): string => (of === 1 ? "Consent" : `Consent, round ${n}`);

const stances: Record<Voice, string> = {
  consent: "consents",
  aside: "stands aside",
  objection: "objects",
};

function roundLines({ decision, says, voices, objections, silent }: Round): string[] {
  return [
    `To “${plain(decision.title)}”: ${says}.`,
    "",
    ...voices.map(
      ({ by, stance, words, earlier }) =>
        `- ${plain(nameOf(by))} ${stances[stance]}${earlier ? ", to an earlier text" : ""}${words === "" || stance === "objection" ? "" : `: ${plain(words)}`}`,
    ),
    ...objections.map(
      ({ by, reason, says: how, resolvedBy }) =>
        `- Objection of ${plain(nameOf(by))}: ${plain(reason)} ${plain(how)}${resolvedBy && resolvedBy.id !== by?.id ? ` (said by ${plain(resolvedBy.name)})` : ""}`,
    ),
    ...(silent.length === 0 ? [] : [`- Said nothing: ${silent.map(plain).join(", ")}`]),
  ];
}

const saidLine = ({ by, words }: Pick<Said, "by" | "words">): string =>
  `${plain(nameOf(by))}: ${plain(words)}`;

/** As words and nothing else: on one line, without what Markdown or HTML would make something of. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|&]/g, "\\$&");

const large = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
