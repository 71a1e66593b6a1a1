import { SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import form from "../../../web/parts/form.module.css";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { UnitChoice } from "../../../web/parts/unit-choice.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { Helped, type StepKind, takeStep } from "../contract.ts";
import { verbs } from "./verbs.ts";

const helpedWords = [
  { value: "yes", label: "It helped" },
  { value: "partly", label: "In part" },
  { value: "no", label: "It did not" },
] as const;

/** What one step has to say. When it is said the page shows it, and this is gone. */
export function StepForm({ id, kind }: { id: string; kind: StepKind }) {
  const [words, setWords] = useState("");
  const [byWhen, setByWhen] = useState("");
  const [unit, setUnit] = useState<string | null>(null);
  const [helped, setHelped] = useState<Helped>("yes");
  const take = useAsk(takeStep);
  const { label, needed = false, sends = "Say it" } = verbs[kind];
  const nothing = words.trim() === "" && (needed || (kind === "carried" && unit === null));
  const submit = () =>
    take.mutate({
      ...{ id, kind, words },
      ...(kind === "yes" && byWhen !== "" && { byWhen }),
      ...(kind === "carried" && unit !== null && { unit }),
      ...(kind === "helped" && { helped }),
    });
  return (
    <AskForm
      onSubmit={submit}
      error={take.error}
      fields={["/words", "/byWhen", "/unit"]}
      busy={take.isPending}
      word={sends}
      small
      disabled={nothing}
    >
      {kind === "yes" && (
        <TextInput
          type="date"
          label="By when?"
          description="Empty: it is there now."
          value={byWhen}
          onChange={(event) => setByWhen(event.currentTarget.value)}
          error={troubleAt("/byWhen", take.error)}
        />
      )}
      {kind === "helped" && (
        <div>
          <p className={form.legend}>Did it help?</p>
          <SegmentedControl
            aria-label="Did it help?"
            size="xs"
            value={helped}
            data={[...helpedWords]}
            onChange={(value) => setHelped(Helped.parse(value))}
          />
        </div>
      )}
      <Textarea
        label={label}
        autosize={false}
        rows={kind === "carried" ? 2 : 4}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={troubleAt("/words", take.error)}
      />
      {kind === "carried" && (
        <UnitChoice
          label="Or a team or group, which sees nothing of it for that"
          chosen={unit}
          onChoose={setUnit}
          error={troubleAt("/unit", take.error)}
        />
      )}
    </AskForm>
  );
}
