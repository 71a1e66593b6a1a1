import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { changePassword } from "../../../core/people/account/contract.ts";
import form from "../../parts/form.module.css";
import { PasswordField } from "../../parts/password-field.tsx";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { Line } from "./line.tsx";

interface ChangePasswordProps {
  readonly email: string | null;
  readonly hasPassword: boolean;
}

export function ChangePassword({ email, hasPassword }: ChangePasswordProps) {
  const [changed, setChanged] = useState(false);
  const present = hasPassword ? "Set" : "None: you come in another way";
  return (
    <Line
      title="Password"
      value={changed ? "Changed just now" : present}
      word={hasPassword ? "Change" : "Choose"}
      of="your password"
    >
      {(close) => (
        <PasswordForm
          email={email}
          hasPassword={hasPassword}
          onDone={() => {
            close();
            setChanged(true);
          }}
        />
      )}
    </Line>
  );
}

function PasswordForm({ email, hasPassword, onDone }: ChangePasswordProps & { onDone: () => void }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const change = useAsk(changePassword, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ password, ...(hasPassword && { current }) });
  };
  return (
    <form onSubmit={submit} className={form.form} noValidate>
      {/* Password managers want to know whose password they keep. */}
      <input hidden readOnly autoComplete="username" value={email ?? ""} />
      {hasPassword && (
        <PasswordField
          label="Current password"
          value={current}
          onChange={setCurrent}
          error={troubleAt("/current", change.error)}
          kind="current"
        />
      )}
      <PasswordField
        label="New password"
        value={password}
        onChange={setPassword}
        error={troubleAt("/password", change.error)}
        kind="new"
      />
      <p className="soft small">You stay signed in here, and are signed out everywhere else.</p>
      <Trouble error={change.error} except={["/current", "/password"]} />
      <Button type="submit" loading={change.isPending}>
        Save
      </Button>
    </form>
  );
}
