import { useNavigate } from "@tanstack/react-router";
import type { ComponentSearch, ListSearch } from "./list-search.ts";

type Listed = { readonly from: "/organisation" | "/people" | "/components" };

/** Changes what a list shows, in its address. What is typed makes no steps to go back through. */
export function useListed({ from }: Listed) {
  const navigate = useNavigate({ from });
  const change = (changed: Partial<ComponentSearch>) =>
    void navigate({
      search: (before: ListSearch) => ({ ...before, ...changed }),
      replace: true,
      resetScroll: false,
    });
  return {
    find: (q: string) => change({ q: q || undefined }),
    archived: (archived: boolean) => change({ archived: archived || undefined }),
    unclaimed: (unclaimed: boolean) => change({ unclaimed: unclaimed || undefined }),
  };
}
