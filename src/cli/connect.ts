import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Product } from "../main.ts";
import type { Config } from "../platform/config.ts";
import { type Ask, asker } from "../platform/http/ask.ts";
import { ACT_AS, announced, isKept, mustBeKept, type Running } from "../platform/installation.ts";
import { HeldByOther } from "../platform/lock.ts";
import type { Output } from "./output.ts";

/** How long a command waits for a process that is just closing, in milliseconds. */
const PATIENCE = 15_000;
const LOOK_AGAIN = 200;

export interface Connection {
  readonly ask: Ask;
  /** The address of the running server that answers, or undefined where this process opened the stores itself. */
  readonly server: string | undefined;
  close(): Promise<void>;
}

export interface Way {
  /** In whose name; the owner's without it. */
  readonly as?: string | undefined;
  /** Whether it may begin an installation where nothing is kept yet. What only reads would leave an empty one in a wrong folder. */
  readonly begins?: boolean;
}

/** The running server when there is one, else the stores themselves, opened by this process for as long as it needs. */
export async function connect(config: Config, out: Output, way: Way = {}): Promise<Connection> {
  const { as, begins = false } = way;
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const running = await reachable(config.data);
    if (running) return overNetwork(running, as);
    if (!begins) await mustBeKept(config.data);
    else if (!(await isKept(config.data))) out.say(`A new Septet begins in ${resolve(config.data)}.`);
    try {
      return await inProcess(config, out, as);
    } catch (error) {
      if (!(error instanceof HeldByOther) || performance.now() > deadline) throw error;
      await sleep(LOOK_AGAIN);
    }
  }
}

/** The announced server, if it answers. */
export async function reachable(dataDir: string): Promise<Running | undefined> {
  const running = await announced(dataDir);
  if (!running) return undefined;
  const answered = await fetch(`${running.url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  );
  return answered?.ok ? running : undefined;
}

function overNetwork({ url, token }: Running, as: string | undefined): Connection {
  const mine = { authorization: `Bearer ${token}`, ...(as === undefined ? {} : { [ACT_AS]: as }) };
  const send = (path: string, init: RequestInit) =>
    fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...mine } });
  const ask = asker(send);
  return { ask, server: url, close: async () => undefined };
}

/** Says what a process that ended abruptly left behind, to whoever opens the stores next. */
export function sayRecovered({ from, jobs }: Product["recovered"], out: Output): void {
  if (!from) return;
  const imports = jobs === 1 ? "An import that it had in hand is" : `${jobs} imports that it had in hand are`;
  out.say(
    `The last run (process ${from.pid}, since ${from.since}) ended abruptly. Both stores are recovered.${jobs === 0 ? "" : ` ${imports} taken up again.`}`,
  );
}

async function inProcess(config: Config, out: Output, as: string | undefined): Promise<Connection> {
  // Only now: a command that asks a running server needs neither store nor what opens them.
  const { openProduct } = await import("../main.ts");
  const product = await openProduct(config);
  sayRecovered(product.recovered, out);
  const ask = as === undefined ? product.ask : product.askAs(as);
  return {
    ask,
    server: undefined,
    close: () => product.close(),
  };
}
