import type { Next, TurnedOut } from "../values.ts";

const turned: Record<TurnedOut, string> = {
  ...{ well: "It turned out well", mixed: "It turned out mixed", badly: "It turned out badly" },
  unclear: "How it turned out is not clear",
};
const nexts: Record<Next, string> = {
  stands: "it stands",
  changed: "it was changed",
  reversed: "it was taken back",
};

interface Said {
  readonly turnedOut: TurnedOut;
  readonly next: Next;
  readonly words: string;
}

/** "It turned out well; it stands." and what else was said. */
export const outcomeText = ({ turnedOut, next, words }: Said): string =>
  `${turned[turnedOut]}; ${nexts[next]}.${words.trim() === "" ? "" : `\n\n${words.trim()}`}`;
