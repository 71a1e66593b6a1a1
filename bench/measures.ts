import { measure, measures } from "../src/core/measures/contract.ts";
import type { BenchProduct } from "./bench-product.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 15;
const range = { unit: "large-0", from: "2020-01-01", to: "2025-06-30" } as const;

/** Each measure over five and a half years of 200,000 commits, against the very statements that it puts, bare. */
export async function measureLines(product: BenchProduct): Promise<Line[]> {
  const { measures: all } = await product.ask(measures, {});
  const lines: Line[] = [];
  for (const { id } of all) {
    const ask = () => product.ask(measure, { id, ...range });
    const statements = await product.statementsOf(ask);
    const bare = () =>
      Promise.all(statements.map(({ sql, parameters }) => product.events.query(sql, parameters)));
    const floors: number[] = [];
    const answers = await several(RUNS, async () => {
      floors.push(await timed(bare));
      return timed(ask);
    });
    const [answer, floor] = [median(answers), median(floors)];
    lines.push({
      what: id,
      figure: seconds(answer),
      floor: `bare SQL ${seconds(floor)}`,
      ratio: times(answer / floor),
      target: "at most 1.5 ×, under 100 ms",
      reached: answer / floor <= 1.5 && answer < 100,
    });
  }
  return lines;
}
