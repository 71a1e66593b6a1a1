import type { Problem } from "../errors.ts";
import { type AnswerOf, type AskOf, type Contract, pathNames } from "./contract.ts";

/** A problem document that came back; `problem.errors` names the fields at fault. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export type Ask = <C extends Contract>(contract: C, input: AskOf<C>) => Promise<AnswerOf<C>>;

/**
 * The one client of our own API, for browser and command line alike.
 * `send` is `fetch`, or a product's own `request` when no network is between.
 */
export function asker(send: (path: string, init: RequestInit) => Promise<Response> | Response): Ask {
  return async (contract, input) => {
    const { path, init } = requestFor(contract, input as Record<string, unknown>);
    const response = await send(path, init);
    if (!response.ok) throw new ProblemError(await problemIn(response));
    return (await response.json()) as never;
  };
}

function requestFor(contract: Contract, input: Record<string, unknown>): { path: string; init: RequestInit } {
  const inPath = new Set(pathNames(contract.path));
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const accept = { accept: "application/json" };
  if (contract.method === "GET" || contract.method === "DELETE") {
    const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString();
    return { path: query ? `${path}?${query}` : path, init: { method: contract.method, headers: accept } };
  }
  const headers = { ...accept, "content-type": "application/json" };
  return { path, init: { method: contract.method, headers, body: JSON.stringify(Object.fromEntries(rest)) } };
}

async function problemIn(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {
      type: "about:blank",
      title: text || response.statusText,
      status: response.status,
      code: "unexpected",
    };
  }
}
