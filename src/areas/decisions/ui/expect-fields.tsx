import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { measures } from "../../../core/measures/contract.ts";
import type { AskOf } from "../../../platform/http/contract.ts";
import { asking } from "../../../web/client.ts";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import type { addExpectation } from "../coming-back/contract.ts";
import styles from "./decisions.module.css";
import { dayAfter, WhenAgain } from "./when-again.tsx";

/** What somebody is writing of an expectation. */
export interface Written {
  readonly statement: string;
  /** In percent; empty where nobody says. */
  readonly sure: string;
  readonly resolveBy: string;
  /** The id of a measure; empty where people tell it. */
  readonly measure: string;
  readonly bound: "at-most" | "at-least";
  /** As it is written: hours, percent, or a number. */
  readonly value: string | number;
}

/** Before anything is written: 70 % sure, in three months. */
export const nothingWritten = (): Written => ({
  ...{ statement: "", sure: "70", measure: "", bound: "at-most" as const, value: "" },
  resolveBy: dayAfter("months3"),
});

type Told = NonNullable<AskOf<typeof addExpectation>["toldBy"]>;
type Unit = "seconds" | "ratio" | "changes" | "deployments";

/** What the value is written in, and how many of the measure's own that is. */
const written: Record<Unit, { readonly word: string; readonly times: number }> = {
  seconds: { word: "hours", times: 3_600 },
  ratio: { word: "%", times: 0.01 },
  changes: { word: "", times: 1 },
  deployments: { word: "", times: 1 },
};

/** From so many days on a whole month begins and ends before the day; of fewer, weeks tell it. */
const MONTHS_FROM = 75;

const everyUntil = (resolveBy: string): "week" | "month" =>
  Date.parse(resolveBy) - Date.now() > MONTHS_FROM * 86_400_000 ? "month" : "week";

/** As it is asked; null while nothing is written. */
export function expected(one: Written, units: ReadonlyMap<string, Unit>) {
  if (one.statement.trim() === "") return null;
  const unit = units.get(one.measure);
  const toldBy: Told | undefined =
    unit === undefined || one.value === ""
      ? undefined
      : {
          measure: one.measure,
          every: everyUntil(one.resolveBy),
          bound: one.bound,
          value: Number(one.value) * written[unit].times,
        };
  return {
    ...{ statement: one.statement, resolveBy: one.resolveBy },
    sure: one.sure === "" ? null : Number(one.sure),
    ...(toldBy && { toldBy }),
  };
}

/** The measures by their ids with what they count in. */
export function useMeasureUnits() {
  const all = useQuery(asking(measures, {})).data?.measures ?? [];
  return { all, units: new Map(all.map(({ id, unit }) => [id, unit as Unit])) };
}

interface ExpectFieldsProps {
  readonly value: Written;
  readonly onChange: (value: Written) => void;
  readonly error: unknown;
  /** Where in the input it stands: `/expects/0`. */
  readonly at: string;
  /** A unit's: measures can tell it. */
  readonly measured: boolean;
}

/** What is expected so that it can be told by a day, how sure one is, and whether a measure tells it. */
export function ExpectFields({ value, onChange, error, at, measured }: ExpectFieldsProps) {
  const { all, units } = useMeasureUnits();
  const set = (some: Partial<Written>) => onChange({ ...value, ...some });
  const unit = units.get(value.measure);
  return (
    <div className={styles.told}>
      <TextInput
        label="What we expect"
        description="So that it can be told on a day: it came, or it did not"
        placeholder="Nobody is woken by it at night"
        dir="auto"
        value={value.statement}
        error={troubleAt(`${at}/statement`, error)}
        onChange={(event) => set({ statement: event.currentTarget.value })}
      />
      {value.statement.trim() !== "" && (
        <>
          <div className={styles.row}>
            <NumberInput
              label="How sure"
              suffix=" %"
              min={0}
              max={100}
              hideControls
              w={110}
              value={value.sure}
              error={troubleAt(`${at}/sure`, error)}
              onChange={(sure) => set({ sure: String(sure) })}
            />
            <WhenAgain
              label="It can be told"
              value={value.resolveBy}
              error={troubleAt(`${at}/resolveBy`, error)}
              onChange={(resolveBy) => set({ resolveBy })}
            />
          </div>
          {measured && (
            <details className="small" open={value.measure !== ""}>
              <summary className="soft">a measure tells it</summary>
              <div className={styles.row}>
                <NativeSelect
                  label="Measure"
                  value={value.measure}
                  data={[
                    { value: "", label: "people tell it" },
                    ...all.map(({ id, title }) => ({ value: id, label: title })),
                  ]}
                  onChange={(event) => set({ measure: event.currentTarget.value })}
                />
                {unit && (
                  <>
                    <NativeSelect
                      label={`in a ${everyUntil(value.resolveBy)} is`}
                      value={value.bound}
                      data={[
                        { value: "at-most", label: "at most" },
                        { value: "at-least", label: "at least" },
                      ]}
                      onChange={(event) => set({ bound: event.currentTarget.value as Written["bound"] })}
                    />
                    <NumberInput
                      label={written[unit].word === "hours" ? "hours" : "value"}
                      suffix={written[unit].word === "%" ? " %" : ""}
                      min={0}
                      hideControls
                      w={110}
                      value={value.value}
                      onChange={(next) => set({ value: next })}
                    />
                  </>
                )}
              </div>
            </details>
          )}
        </>
      )}
    </div>
  );
}
