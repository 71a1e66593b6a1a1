import pc from "picocolors";
import { type Loop, loop, loops } from "../../core/loops/contract.ts";
import { turnsCsv } from "../../core/loops/turns-csv.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { harmless } from "../../core/plain-text.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

interface LoopsOptions {
  readonly unit?: string | undefined;
  readonly ended?: boolean | undefined;
}

export async function loopsCommand(
  { ask }: Connection,
  { unit, ended = false }: LoopsOptions,
  out: Output,
): Promise<void> {
  const found = await ask(loops, { ...(unit === undefined ? {} : { unit }), ended: String(ended) });
  out.result(found, () =>
    found.loops.length === 0
      ? unit === undefined
        ? "You ask yourself nothing yet. Begin with a question on the page Me, or see a team's: --unit."
        : "No question is asked here yet. Begin with one, on the team's page."
      : table(found.loops.map((one) => [one.id, one.question, one.cadence.says, whenOf(one)])),
  );
}

function whenOf({ due, next, ended }: Loop): string {
  if (ended) return "ended";
  return due === null ? `next on ${next ?? "no day"}` : `due since ${due}`;
}

interface LoopOptions {
  readonly id: string;
  readonly csv?: boolean | undefined;
}

type Page = AnswerOf<typeof loop>;

export async function loopCommand({ ask }: Connection, options: LoopOptions, out: Output): Promise<void> {
  const found = await ask(loop, { id: options.id });
  out.result(found, () => (options.csv ? turnsCsv(found).trimEnd() : pageOf(found)));
}

/** As many turns as one looks over. */
const LATEST = 12;

function pageOf({ loop: one, answers, turns, followUps, rightness, mine }: Page): string {
  const whose = [one.unit?.name ?? "Yours", one.cadence.says, one.seenBy].join(" · ");
  return [
    pc.bold(harmless(one.question)),
    pc.dim(harmless(whose)),
    ...answers.map(({ sentence }) => harmless(sentence)),
    ...(turns.length === 0 ? [] : ["", table(turns.slice(0, LATEST).map(turnLine))]),
    ...(followUps.length === 0 ? [] : ["", table(followUps.map(({ day, what, came }) => [day, what, came]))]),
    "",
    ...[rightness?.says, mine?.says].flatMap((said) => said ?? []),
  ].join("\n");
}

function turnLine({ due, readings, sense, note }: Page["turns"][number]): string[] {
  const [first] = readings;
  const reading = first ? formatReading(first.value, first.unit) : "";
  return [due, reading, sense ?? "", note.split("\n")[0] ?? ""];
}
