import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Temporal } from "temporal-polyfill";

const spans = {
  weeks6: { weeks: 6 },
  months3: { months: 3 },
  months6: { months: 6 },
  year: { years: 1 },
} as const;
type Span = keyof typeof spans;

const choices = [
  { value: "weeks6", label: "in six weeks" },
  { value: "months3", label: "in three months" },
  { value: "months6", label: "in half a year" },
  { value: "year", label: "in a year" },
  { value: "day", label: "on a day …" },
];

/** The day after such a span. */
export const dayAfter = (span: Span): string => Temporal.Now.plainDateISO().add(spans[span]).toString();

interface WhenAgainProps {
  readonly label: string;
  /** A day, like 2027-05-03. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
}

/** A day in some weeks or months, or a certain one. */
export function WhenAgain({ label, value, onChange, error }: WhenAgainProps) {
  const known = (Object.keys(spans) as Span[]).find((span) => dayAfter(span) === value);
  const [byDay, setByDay] = useState(known === undefined);
  const choose = (chosen: string) => {
    setByDay(chosen === "day");
    if (chosen !== "day") onChange(dayAfter(chosen as Span));
  };
  return (
    <>
      <NativeSelect
        label={label}
        value={byDay ? "day" : (known ?? "day")}
        data={choices}
        onChange={(event) => choose(event.currentTarget.value)}
        error={byDay ? undefined : error}
      />
      {byDay && (
        <TextInput
          type="date"
          aria-label={`${label}: the day`}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}
