import { PasswordInput } from "@mantine/core";
import { type Ref, useId } from "react";

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
  /** For password managers: one that is known already, or one to be thought of. */
  readonly kind: "current" | "new";
  readonly field?: Ref<HTMLInputElement>;
}

/** A password, which can be looked at instead of being written twice. */
export function PasswordField({ label, value, onChange, error, kind, field }: PasswordFieldProps) {
  const id = useId();
  // The library ties what it says below and above to every other field, but not to this one.
  const describedBy = [kind === "new" && `${id}-description`, error && `${id}-error`];
  return (
    <PasswordInput
      id={id}
      label={label}
      {...(kind === "new" && { description: "At least 12 characters; several words are fine." })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      aria-invalid={error !== undefined}
      aria-describedby={describedBy.filter(Boolean).join(" ") || undefined}
      autoComplete={`${kind}-password`}
      visibilityToggleButtonProps={{ "aria-label": `Show: ${label}`, tabIndex: 0 }}
      {...(field && { ref: field })}
    />
  );
}
