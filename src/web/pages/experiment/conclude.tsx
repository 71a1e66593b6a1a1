import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Ends } from "../../../core/loops/contract.ts";
import { concludeExperiment, type Experiment } from "../../../core/loops/experiments/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Card } from "../../parts/card.tsx";
import { Chips } from "../../parts/chips.tsx";
import { Opens } from "../../parts/opens.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

const options = [
  { value: "keep", word: "Keep it" },
  { value: "drop", word: "Drop it" },
  { value: "go-on", word: "Go on" },
  { value: "abandoned", word: "Abandoned" },
] as const;

const ofPast = [
  { value: "keep", word: "It helped, we keep it" },
  { value: "drop", word: "It did not, we drop it" },
] as const;

/** What those conclude whose it is, which has the last word beside what the measure shows. Before its day it waits behind a word. */
export function Conclude({ it, back }: { it: Experiment; back: boolean }) {
  if (back) return <ConcludeCard it={it} />;
  return <Opens word="Conclude it now">{() => <ConcludeCard it={it} />}</Opens>;
}

function ConcludeCard({ it }: { it: Experiment }) {
  const [ends, setEnds] = useState<Ends | null>(null);
  const [words, setWords] = useState("");
  const [real, setReal] = useState(false);
  const [again, setAgain] = useState("");
  const conclude = useAsk(concludeExperiment);
  const submit = () => {
    if (ends === null) return;
    const on = ends === "go-on" && again !== "" ? { lookAgain: again } : {};
    conclude.mutate({ id: it.id, ends, words, real: real && ends !== "abandoned", ...on });
  };
  return (
    <Card title={it.unit === null ? "What I conclude" : "What we conclude"}>
      <AskForm
        onSubmit={submit}
        error={conclude.error}
        fields={["/words", "/lookAgain"]}
        busy={conclude.isPending}
        word="Conclude"
        disabled={ends === null}
      >
        <Chips<Ends>
          label="How it ends"
          options={it.kind === "look-back" ? ofPast : options}
          chosen={ends}
          onChoose={setEnds}
        />
        <Textarea
          label={ends === "abandoned" ? "Why" : "In your own words"}
          rows={3}
          value={words}
          error={troubleAt("/words", conclude.error)}
          onChange={(event) => setWords(event.currentTarget.value)}
          dir="auto"
        />
        {ends === "go-on" && (
          <TextInput
            type="date"
            label="When to look again"
            description="Without a day: when there is more to say."
            value={again}
            error={troubleAt("/lookAgain", conclude.error)}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        {it.measure && it.unit && ends !== null && ends !== "abandoned" && (
          <Checkbox
            label="The change is real: draw the limits of the chart anew from then on"
            checked={real}
            onChange={(event) => setReal(event.currentTarget.checked)}
          />
        )}
      </AskForm>
    </Card>
  );
}
