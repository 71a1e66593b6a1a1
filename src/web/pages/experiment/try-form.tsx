import { NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Direction } from "../../../core/loops/contract.ts";
import { sayDirection } from "../../../core/loops/direction-words.ts";
import { beginExperiment } from "../../../core/loops/experiments/contract.ts";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Chips } from "../../parts/chips.tsx";
import form from "../../parts/form.module.css";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

interface TryFormProps {
  readonly slug: string | null;
  readonly area: string;
  /** What shall show it; without it, it is seen in words alone. */
  readonly measure: Pick<MeasureAnswer, "measure" | "title" | "definition" | "every"> | undefined;
  readonly from?: { readonly loop: string; readonly due: string };
  readonly title?: string;
  readonly onDone: (id: string) => void;
}

/** Something tried: what is changed, what is expected of it, and how sure one is. When to look again is said by itself. */
export function TryForm({ slug, area, measure, from, title: first = "", onDone }: TryFormProps) {
  const [title, setTitle] = useState(first);
  const [why, setWhy] = useState("");
  const [direction, setDirection] = useState<Direction | null>(measure?.definition.better ?? null);
  const [size, setSize] = useState<string | number>("");
  const [sure, setSure] = useState("70");
  const [again, setAgain] = useState("");
  const begin = useAsk(beginExperiment, ({ id }) => onDone(id));
  const submit = () =>
    begin.mutate({
      ...(slug === null ? {} : { unit: slug }),
      ...{ area, title, why, ...(from ? { from } : {}) },
      ...(measure && direction
        ? {
            ...{ measure: measure.measure, every: measure.every, direction },
            ...{ size: size === "" ? null : Number(size) / 100, sure: Number(sure) },
          }
        : {}),
      ...(again === "" ? {} : { lookAgain: again }),
    });
  return (
    <AskForm
      onSubmit={submit}
      error={begin.error}
      fields={["/title", "/lookAgain"]}
      busy={begin.isPending}
      word="Try it"
      small
      disabled={title.trim() === "" || (measure !== undefined && direction === null)}
    >
      <TextInput
        label="What we change"
        placeholder="Pair on every schema change"
        value={title}
        error={troubleAt("/title", begin.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
        dir="auto"
      />
      {measure && (
        <Expectation
          measure={measure}
          says={`${measure.title} will be`}
          {...{ direction, setDirection, size, setSize, sure, setSure }}
        />
      )}
      <details className="small">
        <summary className="soft">more</summary>
        <Textarea
          label="Why"
          rows={3}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          dir="auto"
        />
        <TextInput
          type="date"
          label="When to look again"
          description="Without a day: when there is enough to say."
          value={again}
          error={troubleAt("/lookAgain", begin.error)}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </details>
    </AskForm>
  );
}

interface ExpectationProps {
  readonly measure: Pick<NonNullable<TryFormProps["measure"]>, "definition">;
  /** What is said before the direction: "Change lead time will be". */
  readonly says: string;
  readonly direction: Direction | null;
  readonly setDirection: (direction: Direction | null) => void;
  readonly size: string | number;
  readonly setSize: (size: string | number) => void;
  readonly sure: string;
  readonly setSure: (sure: string) => void;
}

/** What a measure will do, roughly how much, and how sure one is of that. */
export function Expectation({
  says,
  measure,
  direction,
  setDirection,
  size,
  setSize,
  sure,
  setSure,
}: ExpectationProps) {
  const { unit } = measure.definition;
  return (
    <div>
      <p className={form.legend}>{says}</p>
      <Chips
        label={says}
        options={(["lower", "same", "higher"] as const).map((value) => ({
          value,
          word: sayDirection(value, unit),
        }))}
        chosen={direction}
        onChoose={setDirection}
      />
      {direction !== null && (
        <div className={form.row}>
          {direction !== "same" && (
            <NumberInput
              label="by roughly"
              suffix=" %"
              min={1}
              max={10_000}
              hideControls
              w={110}
              value={size}
              onChange={setSize}
              placeholder="30 %"
            />
          )}
          <NativeSelect
            label="we are this sure"
            value={sure}
            data={["50", "60", "70", "80", "90", "95"].map((value) => ({ value, label: `${value} %` }))}
            onChange={(event) => setSure(event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
}
