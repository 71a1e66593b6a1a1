import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { library } from "../../../core/library/contract.ts";
import { ask } from "../../client.ts";
import type { LibrarySearch } from "../library-search.ts";

const DAY_MS = 86_400_000;

const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** What is found for an address, page by page. */
export function useLibrary() {
  const { q = "", kind, unit, when } = useSearch({ from: "/library" });
  const asked = {
    q,
    ...(kind === undefined ? {} : { kind }),
    ...(unit === undefined ? {} : { unit }),
    ...(when === undefined ? {} : { since: dayBefore(Number(when)) }),
  };
  return useInfiniteQuery({
    ...infiniteQueryOptions({
      queryKey: [library.method, library.path, asked],
      queryFn: ({ pageParam }) =>
        ask(library, { ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
}

/** Changes what is looked for. What is typed makes no steps to go back through. */
export function useLooking() {
  const navigate = useNavigate({ from: "/library" });
  return (changed: Partial<LibrarySearch>) =>
    void navigate({
      search: (before: LibrarySearch) => ({ ...before, ...changed }),
      replace: true,
      resetScroll: false,
    });
}
