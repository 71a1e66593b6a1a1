import { QueryClient, queryOptions } from "@tanstack/react-query";
import { asker, ProblemError } from "../platform/http/ask.ts";
import type { AnswerOf, AskOf, Contract } from "../platform/http/contract.ts";

/** Asks the server that these pages came from. */
export const ask = asker((path, init) => fetch(path, init));

/** A question to the server as a query: its key is the contract and what is asked. */
export function asking<C extends Contract>(contract: C, input: AskOf<C>) {
  return queryOptions<AnswerOf<C>>({
    queryKey: [contract.method, contract.path, input],
    queryFn: () => ask(contract, input),
  });
}

/** The beginning of the key of every question to one contract. */
export const every = (contract: Contract) => ({ queryKey: [contract.method, contract.path] });

export const notSignedIn = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === "not_signed_in";

/** A problem document is the server's considered answer; only a lost connection is worth a second try. */
const worthAnotherTry = (failures: number, error: unknown) =>
  !(error instanceof ProblemError) && failures < 2;

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: worthAnotherTry } },
});
