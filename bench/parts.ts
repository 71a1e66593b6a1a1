import { basename } from "node:path";
import { putPart } from "../src/core/connectors/git/parts/contract.ts";
import { type BenchProduct, importedToEnd, importToEnd } from "./bench-product.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 5;
const PARTS = 10;

/** Reads all of a known repository again, as its rule has changed to one that finds the same. */
const readWhole = (product: BenchProduct, path: string) => async (run: number) =>
  timed(() => importToEnd(product, path, run % 2 === 0 ? "tags:v*" : "auto"));

/** What it costs that each change counts for the parts whose paths it touches: the same repository, before and after it has any. */
export async function partLines(product: BenchProduct, path: string): Promise<Line[]> {
  const component = basename(path);
  const whole = median(await several(RUNS, readWhole(product, path)));
  for (let number = 0; number < PARTS; number++) {
    const wanted = { component, part: `${component}/${number}`, paths: [`src/file-*${number}.txt`] };
    await importedToEnd(product, (await product.ask(putPart, wanted)).import);
  }
  const divided = median(await several(RUNS, readWhole(product, path)));
  return [
    {
      what: "import 20,000 commits, 10 parts",
      figure: seconds(divided),
      floor: `without: ${seconds(whole)}`,
      ratio: times(divided / whole),
      target: "at most 2 ×",
      reached: divided / whole <= 2,
    },
  ];
}
