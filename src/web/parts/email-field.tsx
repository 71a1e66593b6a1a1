import { TextInput } from "@mantine/core";
import type { Ref } from "react";

interface EmailFieldProps {
  readonly label?: string;
  readonly description?: string;
  readonly value: string;
  /** Without it the address is only shown, for the reader and for password managers. */
  readonly onChange?: (email: string) => void;
  readonly error?: string | undefined;
  /** One's own, which password managers keep with the password; or another's. */
  readonly whose: "own" | "other";
  readonly field?: Ref<HTMLInputElement>;
}

export const EmailField = ({
  label = "E-mail address",
  description,
  value,
  onChange,
  error,
  whose,
  field,
}: EmailFieldProps) => (
  <TextInput
    type="email"
    label={label}
    description={description}
    value={value}
    onChange={(event) => onChange?.(event.currentTarget.value)}
    readOnly={onChange === undefined}
    error={error}
    maxLength={254}
    autoComplete={whose === "own" ? "username" : "off"}
    autoCapitalize="none"
    spellCheck={false}
    {...(field && { ref: field })}
  />
);
