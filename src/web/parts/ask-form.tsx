import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import form from "./form.module.css";
import { Trouble } from "./trouble.tsx";

interface AskFormProps {
  readonly onSubmit: () => void;
  /** What the server said to it. */
  readonly error: unknown;
  /** The fields, as pointers, that say by themselves what is wrong with them. */
  readonly fields: readonly string[];
  readonly busy: boolean;
  /** What is on its button. */
  readonly word: string;
  readonly small?: boolean;
  /** For long texts: as wide as there is room. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  /** What stands below the button. */
  readonly after?: ReactNode;
}

/** Fields, what is wrong with none of them in particular, and the button that asks. */
export function AskForm(props: AskFormProps) {
  const {
    onSubmit,
    error,
    fields,
    busy,
    word,
    small = false,
    wide = false,
    disabled = false,
    children,
    after,
  } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} className={wide ? `${form.form} ${form.wide}` : form.form} noValidate>
      {children}
      <Trouble error={error} except={fields} />
      <Button type="submit" {...(small && { size: "xs" })} loading={busy} disabled={disabled}>
        {word}
      </Button>
      {after}
    </form>
  );
}
