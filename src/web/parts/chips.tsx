import { UnstyledButton } from "@mantine/core";
import styles from "./chips.module.css";

interface ChipsProps<Value extends string> {
  /** What is chosen, for those who hear it. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly chosen: Value | null;
  readonly disabled?: boolean;
  /** Choosing what is chosen takes it back. */
  readonly onChoose: (value: Value | null) => void;
}

/** A few answers, of which one is chosen with one touch, and taken back with another. */
export function Chips<Value extends string>({
  label,
  options,
  chosen,
  disabled,
  onChoose,
}: ChipsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser.
    <div role="group" aria-label={label} className={styles.chips}>
      {options.map(({ value, word }) => (
        <UnstyledButton
          key={value}
          className={styles.chip}
          aria-pressed={value === chosen}
          disabled={disabled ?? false}
          onClick={() => onChoose(value === chosen ? null : value)}
        >
          {word}
        </UnstyledButton>
      ))}
    </div>
  );
}
