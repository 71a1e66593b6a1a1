import { NativeSelect } from "@mantine/core";
import { type CheckInItem, guessNext } from "../../../core/loops/check-in/contract.ts";
import type { Direction, Guess } from "../../../core/loops/contract.ts";
import { sayDirection } from "../../../core/loops/direction-words.ts";
import { Chips } from "../../parts/chips.tsx";
import { dayText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./check-in.module.css";

const sure = [
  { value: "", label: "how sure, if you like" },
  { value: "40", label: "hardly: 40 %" },
  { value: "60", label: "rather: 60 %" },
  { value: "75", label: "fairly: 75 %" },
  { value: "90", label: "very: 90 %" },
];

/** The next reading, guessed by the team on one screen, and by each for themselves on their own. */
export function GuessNext({ item, team }: { item: CheckInItem; team: boolean }) {
  const { turn } = item;
  return (
    <>
      <h3>
        The next reading will be <span className="soft small">if you like</span>
      </h3>
      {team && <OneGuess item={item} mine={false} guess={turn.guess} />}
      {team ? (
        <details className="small" open={turn.mine !== null}>
          <summary className="soft">For myself alone</summary>
          <OneGuess item={item} mine guess={turn.mine} />
          <p className="soft small">Nobody else sees it, nor whether it was right.</p>
        </details>
      ) : (
        <OneGuess item={item} mine guess={turn.mine} />
      )}
    </>
  );
}

function OneGuess({ item, mine, guess }: { item: CheckInItem; mine: boolean; guess: Guess | null }) {
  const { loop, turn, answers } = item;
  const put = useAsk(guessNext);
  const unit = answers[0]?.definition.unit ?? "ratio";
  const options = (["lower", "same", "higher"] as const).map((value) => ({
    value,
    word: sayDirection(value, unit),
  }));
  const place = { id: loop.id, due: turn.due, mine };
  const choose = (direction: Direction | null) =>
    put.mutate({ ...place, direction, sure: guess?.sure ?? null });
  return (
    <div className={styles.guess}>
      <Chips
        label={mine ? "What I guess" : "What we guess"}
        options={options}
        chosen={guess?.direction ?? null}
        disabled={put.isPending}
        onChoose={choose}
      />
      {guess && (
        <>
          <NativeSelect
            aria-label={mine ? "How sure I am" : "How sure we are"}
            size="xs"
            value={String(guess.sure ?? "")}
            data={sure}
            onChange={({ currentTarget: { value } }) =>
              put.mutate({ ...place, direction: guess.direction, sure: value === "" ? null : Number(value) })
            }
          />
          <p className="soft small">It is looked up on {dayText(guess.lookedUp)}.</p>
        </>
      )}
      <Trouble error={put.error} />
    </div>
  );
}
