import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { addOutcome } from "../coming-back/contract.ts";
import type { Decision } from "../contract.ts";
import type { Next, TurnedOut } from "../values.ts";

const turned = [
  { value: "well", word: "Well" },
  { value: "mixed", word: "Mixed" },
  { value: "badly", word: "Badly" },
  { value: "unclear", word: "Not clear" },
] as const;

const nexts = [
  { value: "stands", word: "It stands" },
  { value: "changed", word: "We change it" },
  { value: "reversed", word: "We take it back" },
] as const;

/** It has come back: how it turned out, and whether it stands. Before its day it waits behind a word. */
export function ComingBack({ it, early = false }: { it: Decision; early?: boolean }) {
  if (early)
    return (
      <div>
        <Opens word="Say what came of it now">{() => <ComingBackCard it={it} />}</Opens>
      </div>
    );
  return <ComingBackCard it={it} />;
}

function ComingBackCard({ it }: { it: Decision }) {
  const [turnedOut, setTurnedOut] = useState<TurnedOut | null>(null);
  const [next, setNext] = useState<Next>("stands");
  const [words, setWords] = useState("");
  const [again, setAgain] = useState("");
  const add = useAsk(addOutcome);
  const submit = () => {
    if (turnedOut !== null) add.mutate({ id: it.id, turnedOut, next, words, reviewBy: again || null });
  };
  return (
    <Card title="What came of it?">
      <AskForm
        onSubmit={submit}
        error={add.error}
        fields={["/reviewBy"]}
        busy={add.isPending}
        word="Say it"
        disabled={turnedOut === null}
      >
        <Chips<TurnedOut>
          label="How it turned out"
          options={turned}
          chosen={turnedOut}
          onChoose={setTurnedOut}
        />
        <Chips<Next>
          label="Whether it stands"
          options={nexts}
          chosen={next}
          onChoose={(one) => setNext(one ?? "stands")}
        />
        <Textarea
          label="In your own words"
          rows={3}
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {next !== "reversed" && (
          <TextInput
            type="date"
            label="Look again on"
            description="Without a day it does not come back."
            value={again}
            error={troubleAt("/reviewBy", add.error)}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
      </AskForm>
    </Card>
  );
}
