import { NativeSelect } from "@mantine/core";

interface ByItselfProps {
  readonly ahead: number | null;
  readonly onChange: (ahead: number | null) => void;
}

/** Whether rounds open by themselves, so that there is something to look at when the turn comes. */
export const ByItself = ({ ahead, onChange }: ByItselfProps) => (
  <NativeSelect
    label="A round opens"
    value={String(ahead ?? "")}
    data={[
      { value: "", label: "when somebody opens one" },
      { value: "1", label: "by itself, the day before we look at it" },
      { value: "3", label: "by itself, three days before" },
      { value: "7", label: "by itself, a week before" },
      ...(ahead === null || [1, 3, 7].includes(ahead)
        ? []
        : [{ value: String(ahead), label: `by itself, ${ahead} days before` }]),
    ]}
    onChange={({ currentTarget: { value } }) => onChange(value === "" ? null : Number(value))}
  />
);
