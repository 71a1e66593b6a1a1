import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import styles from "./choice.module.css";
import { beginsWord, finds, isCalled } from "./finds.ts";
import { useOptionKeys } from "./use-option-keys.ts";

export interface Option {
  readonly value: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly of?: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly chosen: Option | null;
  readonly onChoose: (option: Option) => void;
  /** Whoever looks for options elsewhere is told what is typed; else they are found among those given. */
  readonly onType?: (text: string) => void;
  /** Others may yet be found. */
  readonly looking?: boolean;
}

/** As many as can be looked over. */
const MOST = 50;

/**
 * A field to choose one of many by typing a part of its name. Left with the whole name of one, it has chosen that; left without a
 * choice it shows again what was chosen.
 */
export function Choice({ options, chosen, onChoose, onType, looking = false, ...field }: ChoiceProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string | null) => {
    setTyped(text);
    onType?.(text ?? "");
    keys.restart();
  };
  const close = () => {
    setOpen(false);
    type(null);
  };
  const found = onType ? options : optionsFound(options, typed ?? "");
  const leave = () => {
    const named = looking ? undefined : calledExactly(found, typed ?? "");
    if (named) onChoose(named);
    close();
  };
  const shown = open ? found.slice(0, MOST) : [];
  const keys = useOptionKeys({
    label: field.label,
    count: shown.length,
    onChoose: (index) => {
      const option = shown[index];
      if (option) onChoose(option);
      close();
    },
    onKey: ({ key }: KeyboardEvent) => {
      if (key === "ArrowDown") setOpen(true);
      if (key === "Escape") close();
    },
  });
  return (
    <div className={styles.choice}>
      <TextInput
        {...field}
        {...keys.field}
        dir="auto"
        value={typed ?? chosen?.name ?? ""}
        onChange={(event) => {
          setOpen(true);
          type(event.currentTarget.value);
        }}
        onClick={(event) => {
          setOpen(true);
          event.currentTarget.select();
        }}
        onBlur={leave}
      />
      {shown.length > 0 && (
        <div {...keys.list} className={styles.list}>
          {shown.map(({ value, name, of }, index) => (
            <div key={value} {...keys.option(index)} className={styles.option} tabIndex={-1}>
              <span dir="auto">{name}</span>
              {of && (
                <span dir="auto" className="soft small">
                  {of}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      {open && typed && shown.length === 0 && !looking && (
        <p role="status" className={`soft small ${styles.none}`}>
          Nothing is called like that.
        </p>
      )}
    </div>
  );
}

/** Those with what is typed in their names or places; first those that are called so, then those of which a word begins with it. */
function optionsFound(options: readonly Option[], typed: string): readonly Option[] {
  const rank = ({ name }: Option) => (isCalled(name, typed) ? 0 : beginsWord(name, typed) ? 1 : 2);
  return options
    .filter(({ name, of = "" }) => finds(`${name} ${of}`, typed))
    .sort((one, other) => rank(one) - rank(other));
}

/** The one that is called just like that, if it is the only one. */
function calledExactly(options: readonly Option[], typed: string): Option | undefined {
  const [one, ...more] = options.filter(({ name }) => isCalled(name, typed));
  return more.length === 0 ? one : undefined;
}
