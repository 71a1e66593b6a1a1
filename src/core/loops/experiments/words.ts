import type { Ends } from "../contract.ts";

interface Concluded {
  readonly ends: Ends;
  readonly words: string;
  readonly shows: { readonly says: readonly string[] } | null;
}

const ended: Record<Ends, string> = {
  keep: "We keep it.",
  drop: "We dropped it.",
  "go-on": "It goes on.",
  abandoned: "Abandoned.",
};

/** How an experiment stands after what was last concluded of it, in a line. */
export function sayEnd(last: Concluded | null): string {
  if (last === null) return "It runs.";
  const why = last.words === "" ? (last.shows?.says[0] ?? "") : last.words;
  return [ended[last.ends], why.split("\n")[0]].join(" ").trim();
}
