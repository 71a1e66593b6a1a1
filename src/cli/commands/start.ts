import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { spinner } from "@clack/prompts";
import pc from "picocolors";
import { gitImports, importGit } from "../../core/connectors/git/contract.ts";
import { openRepository } from "../../core/connectors/git/index.ts";
import { signInLink } from "../../core/people/contract.ts";
import { openProduct, type Product } from "../../main.ts";
import { buildPages } from "../../platform/build-pages.ts";
import type { Config } from "../../platform/config.ts";
import { Failure } from "../../platform/errors.ts";
import { HeldByOther } from "../../platform/lock.ts";
import { packageRoot } from "../../platform/version.ts";
import { reachable, sayRecovered } from "../connect.ts";
import { followImport, foundLines } from "../import-progress.ts";
import type { Output } from "../output.ts";
import { onStopSignals } from "../stop-signals.ts";

export interface StartOptions {
  readonly repo: readonly string[];
  readonly team?: string | undefined;
  /** False with `--no-import`. */
  readonly import: boolean;
}

const HINT = "Stop with Ctrl-C. Started again, it goes on where it was.";

/** Runs until it is told to stop. It answers before the pages are built and before anything is imported. */
export async function startCommand(config: Config, options: StartOptions, out: Output): Promise<void> {
  const product = await openUnlessRunning(config);
  const stopping = new AbortController();
  const stopped = whenStopped(product, { stopping, out });
  try {
    await begin(product, options, { stopping: stopping.signal, out });
  } catch (error) {
    // What was in hand when it was told to stop may fail in its own way.
    if (!stopping.signal.aborted) {
      await product.close();
      throw error;
    }
  }
  await stopped;
}

interface Telling {
  readonly stopping: AbortSignal;
  readonly out: Output;
}

async function begin(product: Product, options: StartOptions, { stopping, out }: Telling): Promise<void> {
  sayRecovered(product.recovered, out);
  const url = await product.serve();
  const { url: signInUrl } = await product.ask(signInLink, {});
  if (out.json) out.result({ url, signInUrl }, String);
  const known = await knownComponents(product);
  const again = options.repo.length === 0 && known.length > 0;
  if (options.import) await product.lookAgain();
  const pages = showPages(out);
  const lines = again ? [`Known here: ${known.join(", ")}.`] : await importAll(product, options, out);
  await pages;
  if (!out.json && !stopping.aborted) welcome({ url, signInUrl, lines }, out);
}

/** What was read before; the server looks by itself whether there is something new. */
async function knownComponents({ ask }: Product): Promise<string[]> {
  const { imports } = await ask(gitImports, {});
  return imports
    .filter(({ state, example }) => state === "done" && !example)
    .flatMap(({ component }) => component ?? []);
}

/** A second start is told where the first one is. */
async function openUnlessRunning(config: Config): Promise<Product> {
  try {
    return await openProduct(config);
  } catch (error) {
    if (!(error instanceof HeldByOther)) throw error;
    const running = await reachable(config.data);
    if (!running) throw error;
    throw new Failure("conflict", {
      detail: `${error.message}\nIt answers at ${running.url}; npx septet sign-in-link prints a new link for it.`,
    });
  }
}

/** Told to stop, it finishes what is in hand; told again, it ends at once, and the next start recovers. */
function whenStopped(
  product: Product,
  { stopping, out }: { stopping: AbortController; out: Output },
): Promise<void> {
  return new Promise((resolve, reject) => {
    onStopSignals(() => {
      stopping.abort();
      out.say("Finishing what is in hand …");
      product.close().then(resolve, reject);
    });
  });
}

/** Nobody has to wait for the pages: until they are there, their address says so and looks again. */
async function showPages(out: Output): Promise<void> {
  const shown = out.json || !process.stderr.isTTY ? undefined : spinner({ output: process.stderr });
  try {
    const built = await buildPages(() => shown?.start("Building the pages"));
    if (built) shown?.stop("The pages are built");
  } catch (error) {
    shown?.error("The pages could not be built");
    out.say((error as Error).message);
  }
}

/** Reads the named repositories, else the one that was started in. Trouble with one stops no other. */
async function importAll(product: Product, options: StartOptions, out: Output): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, example } of await wanted(options)) {
    try {
      const started = await product.ask(importGit, {
        path,
        example,
        ...(options.team === undefined ? {} : { team: options.team }),
      });
      const ended = await followImport(product.ask, started, out);
      if (ended.state === "failed") out.say(pc.yellow(ended.problem ?? `${path} could not be read.`));
      else lines.push(...foundLines(ended));
    } catch (error) {
      out.say(pc.yellow((error as Error).message));
    }
  }
  return lines;
}

interface Wanted {
  readonly path: string;
  readonly example: boolean;
}

async function wanted(options: StartOptions): Promise<Wanted[]> {
  if (!options.import) return [];
  if (options.repo.length > 0) return options.repo.map((path) => ({ path: resolve(path), example: false }));
  const here = await openRepository(process.cwd()).catch(() => undefined);
  return here ? [{ path: here.path, example: await isOwnClone(here.path) }] : [];
}

/** Septet's own history is an example, and no team's. */
async function isOwnClone(path: string): Promise<boolean> {
  return (await realpath(path)) === (await realpath(fileURLToPath(packageRoot)));
}

function welcome(
  { url, signInUrl, lines }: { url: string; signInUrl: string; lines: readonly string[] },
  out: Output,
): void {
  const found = lines.length > 0 ? lines : ["No repository was read yet. The page asks which one."];
  out.say("");
  out.result({ url, signInUrl }, () =>
    [
      ...found,
      "",
      `Septet is at ${pc.bold(url)}. This link signs you in, once:`,
      `  ${pc.cyan(signInUrl)}`,
    ].join("\n"),
  );
  out.say(pc.dim(HINT));
}
