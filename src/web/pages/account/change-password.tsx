import { useState } from "react";
import { changePassword } from "../../../core/people/account/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { PasswordField } from "../../parts/password-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
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
  const submit = () => change.mutate({ password, ...(hasPassword && { current }) });
  return (
    <AskForm
      onSubmit={submit}
      error={change.error}
      fields={["/current", "/password"]}
      busy={change.isPending}
      word="Save"
    >
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
    </AskForm>
  );
}
