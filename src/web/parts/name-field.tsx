import { TextInput } from "@mantine/core";
import { troubleAt } from "./trouble.tsx";

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  /** What the server said to it. */
  readonly error: unknown;
}

/** The name of a person, team or group, in whatever direction it is written. */
export const NameField = ({ value, onChange, error }: NameFieldProps) => (
  <TextInput
    label="Name"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={troubleAt("/name", error)}
    maxLength={120}
    autoComplete="off"
    dir="auto"
  />
);
