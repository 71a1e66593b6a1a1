import { Button } from "@mantine/core";
import { useState } from "react";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { type Ask, type StepKind, takeStep } from "../contract.ts";
import styles from "./advocacy.module.css";
import { StepForm } from "./step-form.tsx";
import { verbs } from "./verbs.ts";

/** What the reader can say of an ask now, one thing at a time. */
export function Say({ ask: { id, can } }: { ask: Ask }) {
  const [chosen, setChosen] = useState<StepKind | null>(null);
  const atOnce = useAsk(takeStep);
  const choose = (kind: StepKind) => {
    if (verbs[kind].label === undefined) atOnce.mutate({ id, kind });
    else setChosen(kind === chosen ? null : kind);
  };
  return (
    <section aria-label="What you can say" className={styles.say}>
      <div className={styles.verbs}>
        {can.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant={kind === chosen ? "filled" : "default"}
            aria-expanded={verbs[kind].label === undefined ? undefined : kind === chosen}
            loading={atOnce.isPending && atOnce.variables.kind === kind}
            onClick={() => choose(kind)}
          >
            {verbs[kind].word}
          </Button>
        ))}
      </div>
      <Trouble error={atOnce.error} />
      {chosen !== null && <StepForm key={chosen} id={id} kind={chosen} />}
    </section>
  );
}
