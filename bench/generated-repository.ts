import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";

export interface Size {
  readonly commits: number;
  readonly tags: number;
}

/** Every so many commits one is a merge of a short branch, as in a team that reviews. */
const MERGE_EVERY = 12;
const FIRST_COMMIT = Date.UTC(2019, 0, 7) / 1000;
const SPAN_SECONDS = 6.5 * 365 * 24 * 3600;
const AUTHORS = 40;
const FILES = 300;

/** Makes a repository with `git fast-import`: the same for the same size, whenever and wherever it is made. */
export async function generateRepository(folder: string, size: Size): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run("git", ["init", "-q", "-b", "main", folder]);
  const child = spawn("git", ["-C", folder, "fast-import", "--quiet"], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  for (const part of history(size)) {
    if (!child.stdin.write(part)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await run("git", ["-C", folder, "reset", "-q", "--hard", "main"]);
}

function* history({ commits, tags }: Size): Generator<string> {
  const step = SPAN_SECONDS / commits;
  const tagEvery = Math.floor(commits / tags);
  for (let number = 1; number <= commits; number += 1) {
    const at = Math.floor(FIRST_COMMIT + number * step);
    yield commit(
      number,
      at,
      number % MERGE_EVERY === 0 && number > MERGE_EVERY ? `merge :${number - 3}\n` : "",
    );
    const tag = number / tagEvery;
    if (Number.isInteger(tag) && tag <= tags) yield tagOf(tag, number, at + 3600);
  }
}

function commit(number: number, at: number, merge: string): string {
  const who = `Person ${number % AUTHORS} <person${number % AUTHORS}@example.org>`;
  const message =
    number % 97 === 0
      ? `Revert "change ${number - 1}"\n\nThis reverts commit ${"0".repeat(40)}.\n`
      : `change ${number} of the ledger\n`;
  const content = `line ${number}\n`;
  return [
    "commit refs/heads/main",
    `mark :${number}`,
    `author ${who} ${at - 7200} +0200`,
    `committer ${who} ${at} +0200`,
    `data ${Buffer.byteLength(message)}`,
    `${message}${merge}M 100644 inline src/file-${number % FILES}.txt`,
    `data ${Buffer.byteLength(content)}`,
    content,
    "",
  ].join("\n");
}

function tagOf(tag: number, number: number, at: number): string {
  const name = `v${Math.floor(tag / 50) + 1}.${tag % 50}.0`;
  return `tag ${name}\nfrom :${number}\ntagger Release <release@example.org> ${at} +0000\ndata ${name.length}\n${name}\n`;
}

export async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}`);
}
