import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBenchProduct } from "./bench-product.ts";
import { catalogLines } from "./catalog.ts";
import { decisionFileLines } from "./decision-files.ts";
import { generateRepository } from "./generated-repository.ts";
import { importLines } from "./imports.ts";
import { libraryLines } from "./library.ts";
import { measureLines } from "./measures.ts";
import { organisationLines } from "./organisation.ts";
import { partLines } from "./parts.ts";
import { simulationLines } from "./simulations/lines.ts";
import { startLines } from "./start.ts";
import { printTable } from "./table.ts";
import { timelineLines } from "./timeline.ts";

/**
 * Prints medians and ratios, each against its floor in the same run. On a busy machine the ratios hold better than the times.
 * Before them stands how often charts and intervals are wrong, against what is known of them; that is the same on any machine.
 */
process.stderr.write("Simulating charts and experiments …\n");
const simulations = simulationLines();
process.stderr.write("Asking an organisation of 10,000 people …\n");
const organisation = await organisationLines();
process.stderr.write("Drawing time lines …\n");
const timelines = await timelineLines();
process.stderr.write("Searching 100,000 texts …\n");
const libraries = await libraryLines();
process.stderr.write("Importing a catalogue of 20,000 entities …\n");
const catalog = await catalogLines();
process.stderr.write("Bringing in 300 records of decisions …\n");
const records = await decisionFileLines();
const folder = await mkdtemp(join(tmpdir(), "septet-bench-repositories-"));
try {
  process.stderr.write("Generating two repositories …\n");
  const small = join(folder, "small");
  const large = join(folder, "large");
  await generateRepository(small, { commits: 20_000, tags: 500 });
  await generateRepository(large, { commits: 200_000, tags: 500 });
  const product = await openBenchProduct();
  try {
    process.stderr.write("Importing …\n");
    const imports = await importLines(product, { small, large, folder });
    const parts = await partLines(product, join(folder, "small-1"));
    process.stderr.write("Measuring …\n");
    const measures = await measureLines(product);
    await product.close();
    process.stderr.write("Starting …\n");
    printTable([
      ...[
        ...simulations,
        ...organisation,
        ...timelines,
        ...libraries,
        ...catalog,
        ...records,
        ...imports,
        ...parts,
        ...measures,
      ],
      ...(await startLines(folder)),
    ]);
  } finally {
    await product.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
