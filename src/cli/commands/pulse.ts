import pc from "picocolors";
import { type Pulse, type PulseRound, unitPulses } from "../../core/loops/pulse/contract.ts";
import { sayAnswered } from "../../core/loops/pulse/words.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

/** What the closed rounds of a team's pulses came to, newest first, and whether one is open. */
export async function pulseCommand(
  { ask }: Connection,
  { unit: slug }: { readonly unit: string },
  out: Output,
): Promise<void> {
  const { pulses } = await ask(unitPulses, { slug });
  out.result({ pulses }, () =>
    pulses.length === 0
      ? "No short questions are asked here yet. Begin with some, on the team's page."
      : pulses.map((pulse) => linesOf(pulse).map(harmless).join("\n")).join("\n\n"),
  );
}

function linesOf({ loop, open, rounds }: Pulse): string[] {
  return [
    pc.bold(loop.question),
    ...(open === null ? [] : [`Open until ${open.until}, ${sayAnswered(open)}.`]),
    ...(rounds.length === 0 ? ["No round has closed yet."] : rounds.flatMap(roundLines)),
  ];
}

function roundLines(round: PulseRound): string[] {
  const head = `${round.closed}: ${sayAnswered(round)}`;
  if (round.results === null) return [head, "  told to those alone whom it asked"];
  return [
    head,
    ...round.results.flatMap(({ question, counts, mean, n, words }) => [
      `  ${question.text}${counts === null ? "" : `  ${said(question.kind === "scale", counts, question.options)}`}${
        mean === null ? "" : `, ${mean.toFixed(1)} in the mean`
      }${question.kind !== "words" && n === null ? "  fewer than two answered" : ""}`,
      ...words.map(
        ({ words: text, by }) => `    ${text.replaceAll("\n", "\n    ")}${by === null ? "" : ` (${by})`}`,
      ),
    ]),
  ];
}

/** How many gave each answer: of a scale by its steps. */
const said = (scale: boolean, counts: readonly number[], options: readonly string[]): string =>
  counts.map((count, at) => `${scale ? at + 1 : options[at]}: ${count}`).join(", ");
