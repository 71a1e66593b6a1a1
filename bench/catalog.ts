import { load } from "js-yaml";
import { importCatalog } from "../src/core/catalog/contract.ts";
import { documentsIn } from "../src/core/catalog/documents.ts";
import type { Ask } from "../src/platform/http/ask.ts";
import { openBenchProduct } from "./bench-product.ts";
import { type Line, seconds, times } from "./table.ts";
import { median, several, timed } from "./timing.ts";

const RUNS = 3;
const SIZE = { groups: 1_000, users: 5_000, systems: 1_000, components: 13_000 };
/** What a person waits for without doing something else meanwhile. */
const PREVIEW_MS = 5_000;

/** A catalogue of 20,000 entities, previewed and applied, against reading its YAML alone. */
export async function catalogLines(): Promise<Line[]> {
  const product = await openBenchProduct();
  try {
    return await linesOf(product.ask);
  } finally {
    await product.close();
  }
}

async function linesOf(ask: Ask): Promise<Line[]> {
  const files = [{ name: "catalogue.yaml", text: catalogue() }];
  const floors: number[] = [];
  const previews = await several(RUNS, async () => {
    floors.push(await timed(async () => files.flatMap(documentsIn).map(({ text }) => load(text))));
    return timed(() => ask(importCatalog, { files }));
  });
  const applied = await timed(() => ask(importCatalog, { files, apply: true }));
  const again = await timed(() => ask(importCatalog, { files }));
  const [preview, floor] = [median(previews), median(floors)];
  const line = (what: string, time: number) => ({
    ...{ what, figure: seconds(time), floor: `its YAML alone ${seconds(floor)}`, ratio: times(time / floor) },
  });
  return [
    {
      ...line("a catalogue of 20,000 entities, previewed", preview),
      ...{ target: `at most ${seconds(PREVIEW_MS)}`, reached: preview <= PREVIEW_MS },
    },
    { ...line("the same, applied", applied), target: "", reached: null },
    {
      ...line("the same again, which changes nothing", again),
      ...{ target: `at most ${seconds(PREVIEW_MS)}`, reached: again <= PREVIEW_MS },
    },
  ];
}

const { groups, users, systems, components } = SIZE;

function catalogue(): string {
  const of = (count: number, entry: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => entry(n));
  return [
    ...of(groups, (n) =>
      entity("Group", `group-${n}`, [`type: team`, ...(n < 50 ? [] : [`parent: group-${n % 50}`])]),
    ),
    ...of(users, (n) =>
      entity("User", `user-${n}`, [
        `profile:`,
        `  email: user-${n}@example.org`,
        `memberOf: [group-${n % groups}]`,
      ]),
    ),
    ...of(systems, (n) => entity("System", `system-${n}`, [`owner: group-${n % groups}`])),
    ...of(components, (n) =>
      entity("Component", `component-${n}`, [
        `type: service`,
        `lifecycle: production`,
        `owner: group-${n % groups}`,
        `system: system-${n % systems}`,
      ]),
    ),
  ].join("---\n");
}

/** As long as they are in real catalogues, half a kilobyte. */
const entity = (
  kind: string,
  name: string,
  spec: readonly string[],
): string => `apiVersion: backstage.io/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
  title: The ${name} of this organisation
  description: ${"What it is for, in a sentence or two that somebody wrote down once. ".repeat(3)}
  annotations:
    backstage.io/techdocs-ref: dir:.
    example.org/cost-centre: "4711"
  tags: [payments, typescript]
spec:
${spec.map((line) => `  ${line}\n`).join("")}`;
