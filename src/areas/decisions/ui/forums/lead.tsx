import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Opens } from "../../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import { type MeetingItem, moreTime, moveItem } from "../../forums/meetings/contract.ts";
import type { Phase } from "../../forums/values.ts";
import styles from "./forums.module.css";

type To = Exclude<Phase, "waiting" | "done">;

const next: Partial<Record<Phase, readonly [To, string]>> = {
  waiting: ["questions", "Begin with questions"],
  questions: ["opinions", "On to everybody's view"],
  opinions: ["proposal", "On to the proposal"],
  proposal: ["consent", "Ask for consent"],
};

const back: Partial<Record<Phase, readonly [To, string]>> = {
  opinions: ["questions", "Back to questions"],
  proposal: ["opinions", "Back to views"],
  consent: ["proposal", "Leave the round, back to the proposal"],
};

/** Whoever leads moves on; the clock never does. */
export function Lead({ item: { id, phase, moves, boxUntil, title } }: { item: MeetingItem }) {
  const move = useAsk(moveItem);
  const more = useAsk(moreTime);
  if (phase === "done") return null;
  const [on, off] = [next[phase], back[phase]];
  const to = (where: To) => move.mutate({ id, phase: where, moves });
  return (
    <>
      <div className={styles.bar}>
        {on && (
          <Button size="xs" variant="default" loading={move.isPending} onClick={() => to(on[0])}>
            {on[1]}
          </Button>
        )}
        {off && <WordButton word={off[1]} of="" busy={move.isPending} onClick={() => to(off[0])} />}
        {boxUntil && (
          <WordButton
            word="5 more minutes"
            of={`for ${title}`}
            busy={more.isPending}
            onClick={() => more.mutate({ id })}
          />
        )}
        {phase !== "waiting" && (
          <Opens word="End it without a decision">{() => <EndForm id={id} moves={moves} />}</Opens>
        )}
      </div>
      <Trouble error={move.error ?? more.error} />
    </>
  );
}

function EndForm({ id, moves }: Pick<MeetingItem, "id" | "moves">) {
  const [words, setWords] = useState("");
  const end = useAsk(moveItem);
  return (
    <AskForm
      onSubmit={() => end.mutate({ id, phase: "done", moves, words })}
      error={end.error}
      fields={["/words"]}
      busy={end.isPending}
      word="End it"
      small
    >
      <Textarea
        label="What did it come to?"
        rows={2}
        dir="auto"
        value={words}
        error={troubleAt("/words", end.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}
