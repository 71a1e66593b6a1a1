import { SegmentedControl, TextInput } from "@mantine/core";
import { Every } from "../../../core/measures/contract.ts";
import { type MeasureSearch, Range } from "../measure-search.ts";
import styles from "./measure.module.css";
import { useChange } from "./use-change.ts";

const ranges: Record<Range, string> = {
  "12w": "12 weeks",
  "26w": "26 weeks",
  "1y": "1 year",
  "5y": "5 years",
  all: "all",
};

/** By day, week or month, and how far back. */
export function RangeControls({ search }: { search: MeasureSearch }) {
  const { range } = useChange();
  const own = Boolean(search.from || search.to);
  return (
    <div className={styles.controls}>
      <SegmentedControl
        aria-label="Each point is a"
        size="xs"
        value={search.every ?? "week"}
        data={Every.options}
        onChange={(every) => range({ every: Every.parse(every) })}
      />
      <SegmentedControl
        aria-label="How far back"
        size="xs"
        className={styles.ranges}
        value={own ? "" : (search.range ?? "26w")}
        data={Range.options.map((value) => ({ value, label: ranges[value] }))}
        onChange={(value) => range({ range: Range.parse(value), from: undefined, to: undefined })}
      />
      <details className={styles.dates} open={own || undefined}>
        <summary>Other dates</summary>
        <div>
          <DateField label="From" value={search.from} onChange={(from) => range({ from })} />
          <DateField label="To" value={search.to} onChange={(to) => range({ to })} />
        </div>
      </details>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** Taken over when the field is left or Enter pressed, as a date is whole only then. */
function DateField({ label, value, onChange }: DateFieldProps) {
  const take = (day: string) => day !== (value ?? "") && onChange(day || undefined);
  return (
    <TextInput
      key={value ?? "none"}
      type="date"
      size="xs"
      label={label}
      defaultValue={value ?? ""}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && take(event.currentTarget.value)}
    />
  );
}
