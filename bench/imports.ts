import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type BenchProduct, importToEnd } from "./bench-product.ts";
import { run } from "./generated-repository.ts";
import { type Line, megabytes, seconds, times } from "./table.ts";
import { median, peakMemory, several, timed } from "./timing.ts";

interface Repositories {
  readonly small: string;
  readonly large: string;
  readonly folder: string;
}

const RUNS = 5;
const LARGE_RUNS = 3;

/** What `git log` itself takes to read the same: hashes, parents, times, people, messages and changed lines. */
async function gitLog(path: string): Promise<void> {
  const format = "--format=%H%x00%P%x00%at%x00%ct%x00%an%x00%ae%x00%cn%x00%ce%x00%B";
  const child = spawn("git", ["-C", path, "log", "--numstat", "-z", format, "main", "--tags"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.resume();
  await once(child, "close");
}

/** Each run reads a copy under another name: another component, with nothing known of it. */
async function freshImport(product: BenchProduct, path: string, copy: string): Promise<number> {
  await run("cp", ["-r", path, copy]);
  return timed(() => importToEnd(product, copy));
}

export async function importLines(
  product: BenchProduct,
  { small, large, folder }: Repositories,
): Promise<Line[]> {
  await freshImport(product, small, join(folder, "warm-up"));
  const floor = median(await several(RUNS, () => timed(() => gitLog(small))));
  const smalls = await several(RUNS, (i) => freshImport(product, small, join(folder, `small-${i}`)));
  const again = await several(RUNS, () => timed(() => importToEnd(product, join(folder, "small-0"))));
  let larges: number[] = [];
  const peak = await peakMemory(async () => {
    larges = await several(LARGE_RUNS, (i) => freshImport(product, large, join(folder, `large-${i}`)));
  });
  const [one, ten, nothing] = [median(smalls), median(larges), median(again)];
  return [
    {
      what: "import 20,000 commits, 500 tags",
      figure: seconds(one),
      floor: `git log ${seconds(floor)}`,
      ratio: times(one / floor),
      target: "under 5 s",
      reached: one < 5_000,
    },
    {
      what: "import 200,000 commits",
      figure: seconds(ten),
      floor: `20,000: ${seconds(one)}`,
      ratio: times(ten / one),
      target: "at most 12 ×",
      reached: ten / one <= 12,
    },
    {
      what: "memory of that, above idle",
      figure: megabytes(peak),
      floor: "",
      ratio: "",
      target: "at most 300 MB",
      reached: peak <= 300 * 1024 ** 2,
    },
    {
      what: "import again, nothing new",
      figure: seconds(nothing),
      floor: `first: ${seconds(one)}`,
      ratio: times(nothing / one),
      target: "under 1 s",
      reached: nothing < 1_000,
    },
  ];
}
