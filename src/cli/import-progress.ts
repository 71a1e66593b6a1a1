import { setTimeout as sleep } from "node:timers/promises";
import { progress } from "@clack/prompts";
import { type Found, type GitImport, gitImport } from "../core/connectors/git/contract.ts";
import { nothingLive } from "../core/connectors/git/nothing-live.ts";
import { harmless } from "../core/plain-text.ts";
import type { Ask } from "../platform/http/ask.ts";
import type { Output } from "./output.ts";

const LOOK_AGAIN = 150;

/** Follows an import to its end, with a progress bar for people on standard error. */
export async function followImport(ask: Ask, started: GitImport, out: Output): Promise<GitImport> {
  const bar = out.json || !process.stderr.isTTY ? undefined : progress({ max: 1000, output: process.stderr });
  bar?.start(`Reading ${started.path}`);
  let shown = 0;
  let current = started;
  while (current.state === "waiting" || current.state === "running") {
    await sleep(LOOK_AGAIN);
    current = await ask(gitImport, { id: started.id });
    const { done, total } = current.progress;
    const now = total ? Math.floor((1000 * done) / Math.max(total, done)) : 0;
    bar?.advance(Math.max(0, now - shown), total ? `${done} of ${total} commits` : "Counting commits");
    shown = Math.max(shown, now);
  }
  const name = current.component ?? current.path;
  if (current.state === "done") bar?.stop(`Read ${name}`);
  else bar?.error(`Could not read ${name}`);
  return current;
}

/** What an import found, in three lines. */
export function foundLines(ended: GitImport): string[] {
  return lines(ended).map(harmless);
}

function lines({ component, found, unit, movedFrom }: GitImport): string[] {
  if (!found) return [];
  const moved =
    movedFrom === null
      ? []
      : [`${component} belonged to ${movedFrom} until today and belongs to ${unit} from today on.`];
  const span = found.since && found.until ? `, from ${found.since} to ${found.until}` : "";
  const fresh = found.changesNew === found.changes ? "" : ` (${number(found.changesNew)} new)`;
  return [
    ...moved,
    `${component}: ${counted(found.changes, "change")}${fresh}${span}`,
    liveLine(found),
    ...found.parts.map(
      (one) =>
        `  of these ${one.component}: ${counted(one.changes, "change")}, ${counted(one.deployments, "deployment")}`,
    ),
    found.remarks.length === 0
      ? "Nothing had to be left out."
      : `To know: ${found.remarks.map(({ what, n }) => `${what} (${number(n)})`).join("; ")}`,
  ];
}

function liveLine({ deployments, deploymentsBy, failed }: Found): string {
  if (deploymentsBy === null)
    return "Nothing says yet what is live, so there is no lead time: the page asks how you know.";
  if (nothingLive({ deployments, deploymentsBy }))
    return `0 deployments, told by ${deploymentsBy}: is it written right?`;
  return `${counted(deployments, "deployment")} (${deploymentsBy}), ${number(failed)} of them mended by a later one`;
}

const number = (n: number): string => n.toLocaleString("en");
const counted = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? "" : "s"}`;
