import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Line, seconds, times } from "./table.ts";
import { median, several } from "./timing.ts";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const RUNS = 3;

/** From the command to the first answer of the API, in milliseconds. */
async function firstAnswer(data: string): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, [main, "start", "--no-import", "--json", "--data", data], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(String(line)) as { url: string };
  const { token } = JSON.parse(await readFile(join(data, "server.json"), "utf8")) as { token: string };
  const answered = await fetch(`${url}/api/units`, { headers: { authorization: `Bearer ${token}` } });
  await answered.json();
  const took = performance.now() - begin;
  child.kill("SIGTERM");
  await once(child, "close");
  return took;
}

async function bareNode(): Promise<number> {
  const begin = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "close");
  return performance.now() - begin;
}

export async function startLines(folder: string): Promise<Line[]> {
  const node = median(await several(RUNS, bareNode));
  const cold = median(await several(RUNS, (run) => firstAnswer(join(folder, `data-${run}`))));
  const warm = median(await several(RUNS, () => firstAnswer(join(folder, "data-0"))));
  const line = (what: string, took: number) => ({
    what,
    figure: seconds(took),
    floor: `bare node ${seconds(node)}`,
    ratio: times(took / node),
  });
  return [
    { ...line("start to first answer, new directory", cold), target: "", reached: null },
    { ...line("start to first answer, again", warm), target: "within 3 s", reached: warm <= 3_000 },
  ];
}
