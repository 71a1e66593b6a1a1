import { stringify } from "csv-stringify/browser/esm/sync";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Guess, loop, Turn } from "./contract.ts";
import { sayDirection } from "./direction-words.ts";

const columns = [
  ...["due", "done", "by", "measure", "period", "value", "unit"],
  ...["sense", "note", "next", "led to", "guessed", "sure", "came"],
];

/** A loop's turns as CSV, newest first: one row a reading, and one for a turn without any. Nothing in it is a formula for a table. */
export function turnsCsv({ turns }: Pick<AnswerOf<typeof loop>, "turns">): string {
  return stringify(turns.flatMap(rowsOf), { header: true, columns, escape_formulas: true });
}

function rowsOf({
  due,
  done,
  readings,
  sense,
  note,
  next,
  followUps,
  guess,
}: Turn): (string | number | null)[][] {
  const said = (reading: Turn["readings"][number] | undefined) => [
    ...[due, done?.at ?? "", done?.by?.name ?? ""],
    ...(reading ? [reading.title, reading.start, reading.value, reading.unit] : ["", "", "", ""]),
    ...[sense ?? "", note, next ?? "", followUps.map(({ what }) => what).join("; ")],
    ...guessed(guess, reading?.unit ?? "ratio"),
  ];
  return readings.length === 0 ? [said(undefined)] : readings.map(said);
}

function guessed(guess: Guess | null, unit: Turn["readings"][number]["unit"]): (string | number)[] {
  if (guess === null) return ["", "", ""];
  const { direction, sure, came } = guess;
  return [sayDirection(direction, unit), sure ?? "", came === null ? "" : sayDirection(came, unit)];
}
