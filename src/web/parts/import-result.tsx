import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { gitImport } from "../../core/connectors/git/contract.ts";
import { asking, queries } from "../client.ts";
import { FoundLines } from "./found-lines.tsx";
import { ImportProgress } from "./import-progress.tsx";
import styles from "./quiet.module.css";
import { Trouble } from "./trouble.tsx";
import { underWay } from "./use-imports.ts";

const POLL = 500;

/** Follows one import until it is done, and then says what it found. */
export function ImportResult({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { data: it, error } = useQuery({
    ...asking(gitImport, { id }),
    refetchInterval: ({ state }) => (!state.data || underWay(state.data) ? POLL : false),
  });
  const done = it?.state === "done";
  useEffect(() => {
    // Every page may show something else now, this import's own question excepted.
    if (done) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== gitImport.path });
  }, [done]);
  if (!it) return <Trouble error={error} />;
  if (underWay(it)) return <ImportProgress it={it} />;
  if (!it.found)
    return (
      <div role="alert">
        <p>{it.problem ?? "It could not be read."}</p>
        <Button mt="sm" variant="default" onClick={onAgain}>
          Choose again
        </Button>
      </div>
    );
  return (
    <div role="status">
      <h2 dir="auto">{it.component ?? it.path}</h2>
      <FoundLines found={it.found} />
      {it.unit && (
        <Link to="/units/$slug" params={{ slug: it.unit }} className={styles.go}>
          See what it shows
        </Link>
      )}
    </div>
  );
}
