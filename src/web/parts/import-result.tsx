import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { type GitImport, gitImport } from "../../core/connectors/git/contract.ts";
import { nothingLive } from "../../core/connectors/git/nothing-live.ts";
import { units } from "../../core/org/contract.ts";
import { asking, queries } from "../client.ts";
import { Card } from "./card.tsx";
import { FoundLines } from "./found-lines.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { LiveQuestion } from "./live-question.tsx";
import styles from "./quiet.module.css";
import { Trouble } from "./trouble.tsx";
import { underWay } from "./use-imports.ts";

const POLL = 500;

interface ImportResultProps {
  readonly id: string;
  /** Back to the form. */
  readonly onAgain: () => void;
  /** Another import of the same repository goes on from here. */
  readonly onStart: (begun: GitImport) => void;
}

/** Follows one import until it is done, says what it found, and asks what only a person can know. */
export function ImportResult({ id, onAgain, onStart }: ImportResultProps) {
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
  if (underWay(it))
    return (
      <Card>
        <ImportProgress it={it} />
      </Card>
    );
  if (!it.found) return <CouldNotBeRead it={it} onAgain={onAgain} />;
  return (
    <>
      <Card className={styles.result}>
        <div role="status">
          <h2 dir="auto">{it.component ?? it.path}</h2>
          <FoundLines found={it.found} />
          <Moved it={it} />
          {it.unit && (
            <Link to="/units/$slug" params={{ slug: it.unit }} className={styles.go}>
              See what it shows
            </Link>
          )}
        </div>
      </Card>
      {it.component && nothingLive(it.found) && (
        <LiveQuestion component={it.component} onStart={onStart} onAnother={onAgain} />
      )}
    </>
  );
}

const CouldNotBeRead = ({ it, onAgain }: { it: GitImport; onAgain: () => void }) => (
  <Card>
    <div role="alert">
      <p>{it.problem ?? "It could not be read."}</p>
      <Button mt="sm" variant="default" onClick={onAgain}>
        Choose again
      </Button>
    </div>
  </Card>
);

/** A repository belongs to one team: naming another takes it away from the first from that day on, which should not go unnoticed. */
function Moved({ it: { unit, movedFrom } }: { it: GitImport }) {
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  if (!movedFrom || movedFrom === unit) return null;
  const nameOf = (slug: string | null) => all.find((each) => each.slug === slug)?.name ?? slug;
  return (
    <p className="soft">
      It moved from{" "}
      <Link to="/units/$slug" params={{ slug: movedFrom }} dir="auto">
        {nameOf(movedFrom)}
      </Link>{" "}
      to <span dir="auto">{nameOf(unit)}</span> today; what was before stays where it was.
    </p>
  );
}
