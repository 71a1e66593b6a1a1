import type { z } from "zod";

/**
 * What a way in is good for. `session`: only a person's own browser, and who can read the data directory; never an API token.
 */
export type Scope = "read" | "admin" | "ingest" | "session";

/**
 * What can be asked and answered at one address; written once in an area's `contract.ts`, and read by server, browser,
 * command line and OpenAPI. Safe in a browser.
 *
 * `path` names its parameters with a colon. Each field of `input` that the path names travels there; the rest travels in
 * the query (GET, DELETE: every value is text, so coerce in the schema) or in a JSON body (POST, PUT, PATCH).
 */
export interface Contract<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: `/${string}`;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** The most bytes that a body may have, where that is not the usual 1 MiB. */
  readonly largest?: number;
  /** What it takes to ask; without it a GET is `read`, and all else `admin`. */
  readonly scope?: Scope;
  /** Anyone may ask, without signing in. */
  readonly open?: true;
}

/** Declares a contract and keeps its types exact. */
export function contract<Input extends z.ZodObject, Output extends z.ZodType>(
  parts: Contract<Input, Output>,
): Contract<Input, Output> {
  return parts;
}

export type AskOf<C extends Contract> = z.input<C["input"]>;
export type InputOf<C extends Contract> = z.output<C["input"]>;
export type AnswerOf<C extends Contract> = z.output<C["output"]>;

/** What it takes to ask this. */
export const scopeOf = ({ method, scope }: Contract): Scope => scope ?? (method === "GET" ? "read" : "admin");

/** The names that a contract's path takes: `/api/units/:slug` gives `["slug"]`. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
}
