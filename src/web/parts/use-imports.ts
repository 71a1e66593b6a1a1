import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type GitImport, gitImports } from "../../core/connectors/git/contract.ts";
import { asking, queries } from "../client.ts";

const POLL = 700;
const none: readonly GitImport[] = [];

export const underWay = ({ state }: Pick<GitImport, "state">) => state === "waiting" || state === "running";

/**
 * The latest import of each repository, looked at again while one runs. When one has ended since the last look, however
 * short it was, everything on the pages is asked again.
 */
export function useImports(): readonly GitImport[] {
  const { data } = useQuery({
    ...asking(gitImports, {}),
    refetchInterval: ({ state }) => (state.data?.imports.some(underWay) ? POLL : false),
  });
  const ended = data && endedOf(data.imports);
  const before = useRef(ended);
  useEffect(() => {
    if (before.current !== undefined && before.current !== ended) void queries.invalidateQueries();
    before.current = ended;
  }, [ended]);
  return data?.imports ?? none;
}

const endedOf = (imports: readonly GitImport[]) =>
  imports
    .filter((each) => !underWay(each))
    .map(({ id }) => id)
    .sort()
    .join();
