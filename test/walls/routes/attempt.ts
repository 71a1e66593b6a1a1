import type { AnswerOf, AskOf, Contract } from "../../../src/platform/http/contract.ts";
import type { RouteWorld, Somebody } from "./world.ts";

/** Who is signed in and known. A stranger is as nobody is. */
type Known = Exclude<Somebody, "stranger">;

/** What each hears: "ok" with what they see, or the status of the refusal. `others` is everybody known who is not named. */
export type Heard = Partial<Record<Known, string>> & { readonly others: string };

export interface Attempt {
  readonly contract: Contract;
  /** What an API token needs for it; `open` where nobody needs anything, `session` where no token will do. */
  readonly takes: "read" | "admin" | "session" | "open";
  /** What it is about, where one address is tried more than once. */
  readonly about: string;
  input(world: RouteWorld, who: Somebody): Promise<Record<string, unknown>> | Record<string, unknown>;
  /** What is seen in the answer, in a word or two. */
  sees?(answer: never, name: string): string;
  readonly heard: Heard;
  /** It ends a session, so it is tried in one of its own. */
  readonly ends?: true;
}

type Input<C extends Contract> =
  | AskOf<C>
  | ((world: RouteWorld, who: Somebody) => AskOf<C> | Promise<AskOf<C>>);

interface Told<C extends Contract> {
  readonly takes: Attempt["takes"];
  readonly about?: string;
  readonly input: Input<C>;
  readonly sees?: (answer: AnswerOf<C>, name: string) => string;
  readonly heard: Heard;
  readonly ends?: true;
}

export function trying<C extends Contract>(contract: C, { input, about = "", ...told }: Told<C>): Attempt {
  const made = typeof input === "function" ? input : () => input;
  return { contract, about, input: made as Attempt["input"], ...told } as Attempt;
}

export const everyone: Heard = { others: "ok" };
export const administrators: Heard = { administrator: "ok", others: "403" };
/** Those who belong to a unit, who lead above it, and who run the installation see to its name and people. */
export const keepers: Heard = { member: "ok", "leader above": "ok", administrator: "ok", others: "403" };
export const members: Heard = { member: "ok", others: "403" };
/** It is there, and nobody's who is known but Ann's: for others it is not there at all. */
export const annsAlone: Heard = { member: "ok", others: "404" };
