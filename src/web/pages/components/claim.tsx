import { TextInput } from "@mantine/core";
import { useState } from "react";
import { type ComponentListed, own } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { UnitChoice } from "../../parts/unit-choice.tsx";
import { useAsk } from "../../parts/use-ask.ts";

interface ClaimProps {
  readonly component: ComponentListed;
  readonly onDone: () => void;
}

/** Whose it is, and from when; the first claim reaches back to the beginning, as nobody said otherwise. */
export function Claim({ component: { name, history }, onDone }: ClaimProps) {
  const [unit, setUnit] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const claim = useAsk(own, onDone);
  const first = history.every(({ assumed }) => assumed);
  const submit = () => {
    if (unit !== null) claim.mutate({ component: name, unit, from: from || undefined });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={claim.error}
      fields={["/unit", "/from"]}
      busy={claim.isPending}
      word="It is theirs"
      small
      disabled={unit === null}
    >
      <UnitChoice
        label="Team or group"
        chosen={unit}
        onChoose={setUnit}
        error={troubleAt("/unit", claim.error)}
      />
      <TextInput
        type="date"
        label="From"
        description={
          first ? "Empty: from the beginning." : "Empty: from today on. What was before stays where it was."
        }
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={troubleAt("/from", claim.error)}
      />
    </AskForm>
  );
}
