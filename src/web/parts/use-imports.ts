import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type GitImport, gitImports } from "../../core/connectors/git/contract.ts";
import { asking, queries } from "../client.ts";

const POLL = 700;

export const underWay = ({ state }: Pick<GitImport, "state">) => state === "waiting" || state === "running";

/** The latest imports, looked at again while one runs; when the last one ends, everything on the pages is asked again. */
export function useImports(): readonly GitImport[] {
  const { data } = useQuery({
    ...asking(gitImports, {}),
    refetchInterval: ({ state }) => (state.data?.imports.some(underWay) ? POLL : false),
  });
  const imports = data?.imports ?? [];
  const running = imports.filter(underWay).length;
  const before = useRef(0);
  useEffect(() => {
    if (running < before.current) void queries.invalidateQueries();
    before.current = running;
  }, [running]);
  return imports;
}
