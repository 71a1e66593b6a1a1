import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { closeRound, giveVoice, type MeetingItem } from "../../forums/meetings/contract.ts";
import type { Voice } from "../../forums/values.ts";
import styles from "./forums.module.css";
import { RoundLines } from "./round-lines.tsx";

/** The round that is on: not whether one likes it best, but whether anything speaks against trying it. */
export function Consent({ item }: { item: MeetingItem }) {
  const { id, rounds, proposals } = item;
  const close = useAsk(closeRound);
  const round = rounds.find(({ closed }) => closed === null);
  const version = proposals.find(({ chosen }) => chosen)?.version;
  if (round === undefined || version === undefined) return null;
  const mine = round.voices.find((one) => one.mine);
  const objects = round.objections.some((one) => one.mine && one.resolved === null);
  return (
    <section className={styles.part}>
      <h3>Is it safe enough to try?</h3>
      {mine?.earlier && (
        <p role="status">The text was amended since you spoke. Read it again, and say so anew.</p>
      )}
      {!objects && (
        <Stances key={version} {...{ id, version, chosen: mine?.earlier ? null : (mine?.stance ?? null) }} />
      )}
      <RoundLines round={round} />
      <div>
        <Button size="xs" variant="default" loading={close.isPending} onClick={() => close.mutate({ id })}>
          Close the round
        </Button>
        <p className="soft small">It does not need everybody: who said nothing is named as such.</p>
        <Trouble error={close.error} />
      </div>
    </section>
  );
}

interface StancesProps {
  readonly id: string;
  readonly version: number;
  readonly chosen: Voice | null;
}

function Stances({ id, version, chosen }: StancesProps) {
  const [objects, setObjects] = useState(false);
  const [words, setWords] = useState("");
  const give = useAsk(giveVoice, () => setObjects(false));
  const say = (stance: Voice) => {
    setObjects(false);
    give.mutate({ id, stance, version });
  };
  const variant = (stance: Voice) => (chosen === stance ? "filled" : "default");
  return (
    <>
      <div className={styles.stances}>
        <Button
          size="xs"
          variant={variant("consent")}
          aria-pressed={chosen === "consent"}
          onClick={() => say("consent")}
        >
          I consent
        </Button>
        <Button
          size="xs"
          variant={variant("aside")}
          aria-pressed={chosen === "aside"}
          onClick={() => say("aside")}
        >
          I stand aside
        </Button>
        <Button size="xs" variant="default" aria-expanded={objects} onClick={() => setObjects(!objects)}>
          I object
        </Button>
      </div>
      {objects && (
        <AskForm
          onSubmit={() => give.mutate({ id, stance: "objection", version, words })}
          error={give.error}
          fields={["/words"]}
          busy={give.isPending}
          word="Object"
          small
          disabled={words.trim() === ""}
        >
          <Textarea
            label="What harm would it do, or what would it hold us back from?"
            rows={3}
            dir="auto"
            value={words}
            error={troubleAt("/words", give.error)}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </AskForm>
      )}
      {!objects && <Trouble error={give.error} />}
    </>
  );
}
