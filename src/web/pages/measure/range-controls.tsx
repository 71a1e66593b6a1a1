import { SegmentedControl, TextInput } from "@mantine/core";
import { Every, type MeasureAnswer } from "../../../core/measures/contract.ts";
import { type MeasureSearch, Range, rangeText } from "../measure-search.ts";
import styles from "./measure.module.css";
import { useChange } from "./use-change.ts";

interface RangeControlsProps {
  readonly search: MeasureSearch;
  readonly shown: Pick<MeasureAnswer, "from" | "to">;
}

/** By day, week or month, and how far back. */
export function RangeControls({ search, shown }: RangeControlsProps) {
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
        data={Range.options.map((value) => ({ value, label: rangeText[value] }))}
        onChange={(value) => range({ range: Range.parse(value), from: undefined, to: undefined })}
      />
      <details className={styles.dates} open={own || undefined}>
        <summary>Other dates</summary>
        <div>
          <DateField label="From" value={shown.from} onChange={(from) => range({ from, to: search.to })} />
          <DateField label="To" value={shown.to} onChange={(to) => range({ from: shown.from, to })} />
        </div>
      </details>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string | undefined) => void;
}

/** Taken over when the field is left or Enter pressed, as a date is whole only then. */
function DateField({ label, value, onChange }: DateFieldProps) {
  const take = (day: string) => day !== value && onChange(day || undefined);
  return (
    <TextInput
      key={value}
      type="date"
      size="xs"
      label={label}
      defaultValue={value}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && take(event.currentTarget.value)}
    />
  );
}
