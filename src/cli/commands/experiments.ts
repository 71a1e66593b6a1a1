import { type Experiment, experiments } from "../../core/loops/experiments/contract.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

const states: Record<Experiment["state"], string> = {
  runs: "runs",
  back: "has come back",
  keep: "kept",
  drop: "dropped",
  abandoned: "abandoned",
};

export async function experimentsCommand(
  { ask }: Connection,
  { unit }: { unit?: string | undefined },
  out: Output,
): Promise<void> {
  const found = await ask(experiments, unit === undefined ? {} : { unit });
  out.result(found, () =>
    found.experiments.length === 0 ? "Nothing was tried here yet." : table(found.experiments.map(lineOf)),
  );
}

function lineOf({ id, kind, begins, title, expects, state, lookAgain, conclusions }: Experiment): string[] {
  const what = kind === "look-back" ? `looked back: ${title}` : title;
  const stands = state === "runs" ? `until ${lookAgain}` : (conclusions.at(-1)?.shows?.says[0] ?? "");
  return [id, begins, what, expects?.says ?? "", states[state], stands];
}
