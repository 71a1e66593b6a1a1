import { Trouble } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import { bePresent, type Meeting } from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";

/** Who is there; whoever says something is there by that. */
export function Present({ meeting: { id, present, can } }: { meeting: Meeting }) {
  const be = useAsk(bePresent);
  const there = present.filter(({ left }) => !left).map(({ name }) => name);
  return (
    <div className={styles.here}>
      <span className="small" dir="auto">
        There: {there.join(", ") || "nobody yet"}
      </span>
      <WordButton
        word={can.here ? "I leave" : "I am here"}
        of=""
        busy={be.isPending}
        onClick={() => be.mutate({ id, here: !can.here })}
      />
      <Trouble error={be.error} />
    </div>
  );
}
