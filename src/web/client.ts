import {
  infiniteQueryOptions,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import type { z } from "zod";
import { me } from "../core/people/contract.ts";
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

/** As many lines as one looks over before asking for more. */
const PAGE = 50;

/** A question whose answer comes by the page, each after what is shown already. */
export function askingPages<C extends Contract<z.ZodObject, z.ZodType<{ total: number }>>>(
  contract: C,
  input: AskOf<C>,
) {
  return infiniteQueryOptions({
    queryKey: [contract.method, contract.path, input, "pages"],
    queryFn: ({ pageParam }) => ask(contract, { ...input, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * PAGE < total ? pages.length * PAGE : undefined),
  });
}

/** The beginning of the key of every question to one contract. */
export const every = (contract: Contract) => ({ queryKey: [contract.method, contract.path] });

export const notSignedIn = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === "not_signed_in";

/** A problem document is the server's considered answer; only a lost connection is worth a second try. */
const worthAnotherTry = (failures: number, error: unknown) =>
  !(error instanceof ProblemError) && failures < 2;

/** A session that ended somewhere else is noticed at whatever is asked next; the shell then shows the way in. */
const whoAsks = (error: unknown) => {
  if (notSignedIn(error)) void queries.invalidateQueries(every(me));
};

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // The question who is asking would ask itself again without end.
    onError: (error, { queryKey }) => (queryKey[1] === me.path ? undefined : whoAsks(error)),
  }),
  mutationCache: new MutationCache({ onError: whoAsks }),
  defaultOptions: { queries: { staleTime: 30_000, retry: worthAnotherTry } },
});
