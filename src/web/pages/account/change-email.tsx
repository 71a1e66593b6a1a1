import { useState } from "react";
import { changeEmail } from "../../../core/people/account/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import { PasswordField } from "../../parts/password-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { Line } from "./line.tsx";

interface ChangeEmailProps {
  readonly email: string | null;
  readonly hasPassword: boolean;
}

export const ChangeEmail = ({ email, hasPassword }: ChangeEmailProps) => (
  <Line
    title="E-mail address"
    value={email ?? "None yet"}
    word={email === null ? "Choose" : "Change"}
    of="your e-mail address"
  >
    {(close) => <EmailForm hasPassword={hasPassword} onDone={close} />}
  </Line>
);

function EmailForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const [email, setEmail] = useState("");
  const [current, setCurrent] = useState("");
  const change = useAsk(changeEmail, onDone);
  const submit = () => change.mutate({ email, current });
  return (
    <AskForm
      onSubmit={submit}
      error={change.error}
      fields={["/email", "/current"]}
      busy={change.isPending}
      word="Save"
    >
      <EmailField
        label="New e-mail address"
        value={email}
        onChange={setEmail}
        error={troubleAt("/email", change.error)}
        whose="own"
      />
      {hasPassword && (
        <PasswordField
          label="Current password"
          value={current}
          onChange={setCurrent}
          error={troubleAt("/current", change.error)}
          kind="current"
        />
      )}
    </AskForm>
  );
}
