import { Button, Textarea } from "@mantine/core";
import type { CheckInItem } from "../../../core/loops/check-in/contract.ts";
import type { Sense } from "../../../core/loops/contract.ts";
import { Chips } from "../../parts/chips.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import styles from "./check-in.module.css";
import { useWords, useWrite } from "./use-turn.ts";

const senses: readonly { value: Sense; word: string }[] = [
  { value: "usual", word: "Normal ups and downs" },
  { value: "unusual", word: "Unusual" },
  { value: "unclear", word: "Not sure" },
];

/** What those who ask make of it, in a word and in their own words. Normal ups and downs is a good answer. */
export function MakeSense({ item }: { item: CheckInItem }) {
  const { loop, turn, answers } = item;
  const note = useWords(turn, "note");
  const annotation = useWords(turn, "annotation");
  const write = useWrite(turn);
  return (
    <>
      <h3>What do {loop.unit === null ? "I" : "we"} make of it?</h3>
      {answers.length > 0 && (
        <Chips
          label="What do we make of it?"
          options={senses}
          chosen={turn.sense}
          onChoose={(sense) => write.mutate({ sense })}
        />
      )}
      <Textarea
        aria-label="In your own words"
        placeholder="In your own words, if you like"
        autosize
        minRows={answers.length === 0 ? 4 : 2}
        maxRows={12}
        mt={8}
        dir="auto"
        {...note.field}
      />
      {note.theirs !== null && (
        <div className={styles.theirs} role="alert">
          <p className="small">Somebody else wrote in the meantime:</p>
          <p dir="auto">{note.theirs}</p>
          <Button size="compact-xs" variant="default" onClick={note.both}>
            Keep both
          </Button>{" "}
          <Button size="compact-xs" variant="default" onClick={note.onlyTheirs}>
            Keep theirs
          </Button>
        </div>
      )}
      <Trouble error={note.error ?? annotation.error ?? write.error} />
      {loop.audience && (
        <Textarea
          label={`What ${loop.audience.name} reads beside the reading`}
          description={`Your own words above stay with you. This goes along when the reading is shown${
            loop.shareAfter === null ? "" : `, ${loop.shareAfter} days after you are done`
          }.`}
          autosize
          minRows={1}
          mt={8}
          dir="auto"
          {...annotation.field}
        />
      )}
    </>
  );
}
