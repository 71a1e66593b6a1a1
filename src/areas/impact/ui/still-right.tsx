import { Button } from "@mantine/core";
import type { RefObject } from "react";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { reviewPurpose } from "../contract.ts";
import styles from "./purpose.module.css";

interface StillRightProps {
  readonly slug: string;
  /** Of the sentence that holds. */
  readonly id: string;
  readonly change: RefObject<HTMLButtonElement | null>;
  readonly onChange: () => void;
}

/** Comes back every half year, asks once, and says nothing to anybody else. */
export function StillRight({ slug, id, change, onChange }: StillRightProps) {
  const review = useAsk(reviewPurpose, () => change.current?.focus());
  return (
    <section aria-label="Is this still your purpose?" className={styles.asked}>
      <p>Is this still your purpose? Nobody has said so for half a year.</p>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          loading={review.isPending}
          onClick={() => review.mutate({ slug, purpose: id })}
        >
          Yes, still right
        </Button>
        <Button size="xs" variant="default" onClick={onChange}>
          Write a new one
        </Button>
      </div>
      <Trouble error={review.error} />
    </section>
  );
}
