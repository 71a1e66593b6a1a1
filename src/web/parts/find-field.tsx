import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";

/** Long enough for the next letter to come, in milliseconds. */
const PAUSE = 200;

interface FindFieldProps {
  readonly label: string;
  /** What is looked for, as the address has it. */
  readonly value: string;
  readonly onFind: (text: string) => void;
  /** It is what one comes for, so that one can type at once. */
  readonly focused?: boolean;
}

/** Looks for something as one types, a moment after the last letter; and follows the address when that changes by itself. */
export function FindField({ label, value, onFind, focused = false }: FindFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((wanted: string) => {
    told.current = wanted;
    onFind(wanted);
  }, PAUSE);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  return (
    <TextInput
      {...(focused ? { ref: focusOnce } : {})}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}

/** A module's function, so that it is called once for a field and not whenever that is drawn again. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();
