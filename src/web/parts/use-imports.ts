import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type GitImport, gitImports } from "../../core/connectors/git/contract.ts";
import { asking, queries } from "../client.ts";

const POLL = 700;
const none: readonly GitImport[] = [];

export const underWay = ({ state }: Pick<GitImport, "state">) => state === "waiting" || state === "running";

/** The ended imports that the pages know of. Not a component's own: one that comes back in the meantime would miss what ended. */
let seen: string | undefined;

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
  useEffect(() => {
    if (ended === undefined) return;
    if (seen !== undefined && seen !== ended) void queries.invalidateQueries();
    seen = ended;
  }, [ended]);
  return data?.imports ?? none;
}

const endedOf = (imports: readonly GitImport[]) =>
  imports
    .filter((each) => !underWay(each))
    .map(({ id }) => id)
    .sort()
    .join();
