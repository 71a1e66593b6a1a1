import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from "react";

interface OptionKeys {
  /** What the list is of. */
  readonly label: string;
  /** How many there are to choose from; with none the list is closed. */
  readonly count: number;
  readonly onChoose: (index: number) => void;
  /** What a key does that does not walk the list; to open it, say. */
  readonly onKey?: (event: KeyboardEvent) => void;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
};

/**
 * A field with a list to choose from, as the ARIA pattern for comboboxes says: the focus stays in the field, arrows walk the
 * list, Enter takes what is marked. What it gives is spread over the field, the list and each option.
 */
export function useOptionKeys({ label, count, onChoose, onKey }: OptionKeys) {
  const id = useId();
  const [walked, setWalked] = useState(0);
  const at = Math.min(walked, count - 1);
  const optionId = (index: number) => `${id}${index}`;
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter may end the writing of a word in Japanese, say, and is no choice then.
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (count > 0 && (step || event.key === "Enter")) {
      event.preventDefault();
      if (step) setWalked(step(at, count));
      else onChoose(at);
    } else onKey?.(event);
  };

  return {
    /** Marks the first one again, as the list is another. */
    restart: () => setWalked(0),
    field: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": count > 0,
      "aria-controls": count > 0 ? id : undefined,
      "aria-activedescendant": count > 0 ? optionId(at) : undefined,
      autoComplete: "off",
      spellCheck: false,
      onKeyDown,
    },
    list: {
      id,
      role: "listbox",
      "aria-label": label,
      // The focus would leave the field, which closes the list before the click has chosen.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
    },
    option: (index: number) => ({
      id: optionId(index),
      role: "option",
      "aria-selected": index === at,
      onMouseMove: () => setWalked(index),
      onClick: () => onChoose(index),
    }),
  } as const;
}
