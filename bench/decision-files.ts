import { importRecords } from "../src/areas/decisions/contract.ts";
import { recordsAsRead } from "../src/areas/decisions/testing.ts";
import { addUnit } from "../src/core/org/contract.ts";
import type { Ask } from "../src/platform/http/ask.ts";
import { openBenchProduct } from "./bench-product.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 3;
const RECORDS = 300;
const FIRST_MS = 5_000;
const AGAIN_MS = 1_000;

/** A folder of 300 records, each with some pages of text and a link, against reading them alone. */
export async function decisionFileLines(): Promise<Line[]> {
  const product = await openBenchProduct();
  try {
    return await linesOf(product.ask);
  } finally {
    await product.close();
  }
}

async function linesOf(ask: Ask): Promise<Line[]> {
  const files = Array.from({ length: RECORDS }, (_, n) => record(n + 1));
  const given = files.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString("base64") }));
  const bring = (slug: string, some = given) =>
    timed(() => ask(importRecords, { slug, name: "docs/adr", files: some }));
  const floors: number[] = [];
  const firsts = await several(RUNS, async (n) => {
    floors.push(await timed(async () => void recordsAsRead(files)));
    const { slug } = await ask(addUnit, { name: `Team ${n}`, kind: "team", parent: "organisation" });
    return bring(slug);
  });
  const again = median(await several(RUNS, () => bring("team-0")));
  const changed = given.map((one, n) => {
    const { path, bytes } = record(n + 1, "Then something else.");
    return n === 0 ? { path, base64: Buffer.from(bytes).toString("base64") } : one;
  });
  const [first, floor] = [median(firsts), median(floors)];
  const one = await bring("team-0", changed);
  const line = (what: string, time: number) => ({
    ...{ what, figure: seconds(time), floor: `reading them ${seconds(floor)}`, ratio: times(time / floor) },
  });
  return [
    {
      ...line(`${RECORDS} records of decisions, imported`, first),
      ...{ target: "under 5 s", reached: first < FIRST_MS },
    },
    {
      ...line("the same again, which changes nothing", again),
      ...{ target: "under 1 s", reached: again < AGAIN_MS },
    },
    { ...line("the same again, one of them changed", one), target: "", reached: null },
  ];
}

function record(n: number, more = "Then."): { path: string; bytes: Uint8Array } {
  const number = String(n).padStart(4, "0");
  const before = String(n - 1).padStart(4, "0");
  const status = n % 7 === 0 ? `Accepted\n\nSupersedes [${n - 1}](${before}-record.md)` : "Accepted";
  const text = Array.from(
    { length: 40 },
    (_, at) => `Paragraph ${at} of ${n} tells of queues and calls.`,
  ).join("\n\n");
  const day = `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}`;
  const whole = `# ${n}. Record ${n}\n\nDate: ${day}\n\n## Status\n\n${status}\n\n## Context\n\n${text}\n\n## Decision\n\nSo.\n\n## Consequences\n\n${more}\n`;
  return { path: `${number}-record.md`, bytes: new TextEncoder().encode(whole) };
}
