import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { MeasureSearch } from "../measure-search.ts";

/** The ways in which a reader changes what a measure's page shows; each is a change of its address. */
export function useChange() {
  const navigate = useNavigate({ from: "/units/$slug/measures/$id" });
  return useMemo(() => {
    const set = (part: Partial<MeasureSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
    return {
      /** Another range or period: what was picked in the old one makes no sense in it. */
      range: (part: Partial<MeasureSearch>) => set({ ...part, start: undefined, page: undefined }),
      /** Only one period's evidence; picked again, all of it. */
      pick: (start: string) =>
        void navigate({
          search: (before) => ({
            ...before,
            start: before.start === start ? undefined : start,
            page: undefined,
          }),
          replace: true,
          resetScroll: false,
        }),
      rows: (rows: "in" | "out") => set({ rows: rows === "in" ? undefined : rows, page: undefined }),
      page: (page: number) => set({ page: page === 1 ? undefined : page }),
    };
  }, [navigate]);
}
