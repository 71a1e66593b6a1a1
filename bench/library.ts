import { library, similar } from "../src/core/library/contract.ts";
import { libraryOf } from "../src/core/library/store/library.ts";
import type { InputOf } from "../src/platform/http/contract.ts";
import { openTestState, type TestState } from "../src/platform/state/testing.ts";
import { openTestPostgres } from "../src/platform/state/testing-postgres.ts";
import { ALL_TEAMS, fillLibrary, ONE_TEAM, TEXTS, wordFor } from "./library-texts.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 15;
const TARGET_MS = 100;
/** So that what the first one costs, as a cold cache, is not in the floor alone. */
const WARM = 2;

const kinds = ["decision", "experiment", "conclusion", "note", "purpose"].map((kind) => ({
  ...{ kind, one: kind, many: kind, did: "did" },
  href: () => "/",
}));

/**
 * Searching 100,000 texts, for a member of one team and for one of all 500. The floor is the same question asked by one who may read
 * nothing, so that the ratio is what there is to be found and to be read.
 */
export async function libraryLines(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [store, open] of [
    ["PGlite", openTestState],
    ["PostgreSQL", openTestPostgres],
  ] as const) {
    const state = await open();
    await fillLibrary(state);
    for (const [who, person] of Object.entries(readers))
      for (const [what, asks] of Object.entries(questions))
        lines.push(
          await lineOf(`${what} in ${TEXTS / 1000},000 texts, ${who}, ${store}`, { state, person, asks }),
        );
    await state.close();
  }
  return lines;
}

type Asks = (store: ReturnType<typeof libraryOf>) => Promise<unknown>;

const readers = { "a team's member": ONE_TEAM, "of all teams": ALL_TEAMS };
const looking =
  (q: string): Asks =>
  (store) =>
    store.find(input(q));
const input = (q: string): InputOf<typeof library> => library.input.parse({ q });
const title = `deployment frequency ${wordFor(1)} ${wordFor(2)} ${wordFor(500)}`;
const questions: Readonly<Record<string, Asks>> = {
  "a common word": looking(wordFor(0)),
  "two common words": looking(`${wordFor(1)} ${wordFor(3)}`),
  "a rare word": looking(wordFor(17_000)),
  "two slips of the pen": looking("depoyment freqency"),
  "a word that is nowhere": looking("zzyyxxwwvv"),
  "three letters": looking(wordFor(0).slice(0, 3)),
  "a common phrase": looking(`"${wordFor(0)} ${wordFor(1)}"`),
  "the newest": looking(""),
  "similar ones": (store) => store.near(similar.input.parse({ title })),
};

interface Asking {
  readonly state: TestState;
  readonly person: string;
  readonly asks: Asks;
}

async function lineOf(what: string, { state, person, asks }: Asking): Promise<Line> {
  const [store, stranger] = [libraryOf(state, person, kinds), libraryOf(state, "nobody", kinds)];
  await several(WARM, () => timed(() => asks(store)));
  const floors: number[] = [];
  const answers = await several(RUNS, async () => {
    floors.push(await timed(() => asks(stranger)));
    return timed(() => asks(store));
  });
  const [answer, floor] = [median(answers), median(floors)];
  return {
    ...{
      what,
      figure: seconds(answer),
      floor: `by a stranger ${seconds(floor)}`,
      ratio: times(answer / floor),
    },
    ...{ target: `under ${seconds(TARGET_MS)}`, reached: answer < TARGET_MS },
  };
}
