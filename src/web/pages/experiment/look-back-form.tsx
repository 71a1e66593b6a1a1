import { NativeSelect, TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Direction } from "../../../core/loops/contract.ts";
import { lookBack } from "../../../core/loops/experiments/contract.ts";
import { measures } from "../../../core/measures/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { Expectation } from "./try-form.tsx";

interface LookBackFormProps {
  readonly slug: string;
  readonly area: string;
}

/** What most changes were for. */
const USUAL = "change-lead-time";

/** Something changed in the past: first what one thinks came of it, and then what the measure shows. */
export function LookBackForm({ slug, area }: LookBackFormProps) {
  const fitting = useSuspenseQuery(asking(measures, {})).data.measures.toSorted(
    (a, b) => Number(b.id === USUAL) - Number(a.id === USUAL),
  );
  const [id, setId] = useState(fitting[0]?.id ?? "");
  const [title, setTitle] = useState("");
  const [begins, setBegins] = useState("");
  const [direction, setDirection] = useState<Direction | null>(null);
  const [size, setSize] = useState<string | number>("");
  const [sure, setSure] = useState("70");
  const navigate = useNavigate();
  const look = useAsk(lookBack, (made) => navigate({ to: "/experiments/$id", params: { id: made.id } }));
  const measure = fitting.find((one) => one.id === id);
  const submit = () => {
    if (direction === null) return;
    const expected = { direction, size: size === "" ? null : Number(size) / 100, sure: Number(sure) };
    look.mutate({ unit: slug, area, title, begins, measure: id, ...expected });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={look.error}
      fields={["/title", "/begins"]}
      busy={look.isPending}
      word="See what the measure shows"
      disabled={title.trim() === "" || begins === "" || direction === null}
    >
      <TextInput
        label="What did you change?"
        placeholder="We began to pair"
        value={title}
        error={troubleAt("/title", look.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
        dir="auto"
      />
      <TextInput
        type="date"
        label="From which day on?"
        description="Roughly will do."
        value={begins}
        error={troubleAt("/begins", look.error)}
        onChange={(event) => setBegins(event.currentTarget.value)}
      />
      <NativeSelect
        label="What should it have changed?"
        value={id}
        data={fitting.map((one) => ({ value: one.id, label: one.title }))}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      {measure && (
        <Expectation
          measure={{ definition: measure }}
          says={`Since then, ${measure.title.toLowerCase()} has been`}
          {...{ direction, setDirection, size, setSize, sure, setSure }}
        />
      )}
    </AskForm>
  );
}
