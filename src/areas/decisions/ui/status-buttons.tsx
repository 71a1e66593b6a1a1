import { Button } from "@mantine/core";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { changeDecision, type Decision } from "../contract.ts";
import type { Status } from "../values.ts";
import styles from "./decisions.module.css";

interface Way {
  readonly to: Status;
  readonly word: string;
}

const ways: { readonly [status in Status]: readonly Way[] } = {
  draft: [
    { to: "proposed", word: "Put it forward" },
    { to: "accepted", word: "It is decided" },
  ],
  proposed: [
    { to: "accepted", word: "It is decided" },
    { to: "rejected", word: "Decided against" },
  ],
  accepted: [],
  rejected: [{ to: "proposed", word: "Put it forward again" }],
  deprecated: [{ to: "accepted", word: "It holds again" }],
  superseded: [],
};

/** What can become of it now. */
export function StatusButtons({ it }: { it: Decision }) {
  const change = useAsk(changeDecision);
  const possible = it.status === null ? ways.proposed : ways[it.status];
  if (possible.length === 0) return null;
  return (
    <>
      <div className={styles.actions} style={{ marginBlockStart: 12 }}>
        {possible.map(({ to, word }, place) => (
          <Button
            key={to}
            size="xs"
            variant={place === 0 ? "filled" : "default"}
            loading={change.isPending && change.variables.status === to}
            onClick={() => change.mutate({ id: it.id, status: to })}
          >
            {word}
          </Button>
        ))}
      </div>
      <Trouble error={change.error} />
    </>
  );
}
