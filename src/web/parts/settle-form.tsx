import { useState } from "react";
import { setUpAccount } from "../../core/people/account/contract.ts";
import { AskForm } from "./ask-form.tsx";
import { EmailField } from "./email-field.tsx";
import { NameField } from "./name-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { troubleAt } from "./trouble.tsx";
import { useAsk } from "./use-ask.ts";

/** The owner's name, address and password, of which there are none after the first start. */
export function SettleForm() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const settle = useAsk(setUpAccount);
  const submit = () => settle.mutate({ name, email, password });
  return (
    <AskForm
      onSubmit={submit}
      error={settle.error}
      fields={["/name", "/email", "/password"]}
      busy={settle.isPending}
      word="Save"
    >
      <NameField value={name} onChange={setName} error={settle.error} />
      <EmailField value={email} onChange={setEmail} error={troubleAt("/email", settle.error)} whose="own" />
      <PasswordField
        label="Password"
        value={password}
        onChange={setPassword}
        error={troubleAt("/password", settle.error)}
        kind="new"
      />
    </AskForm>
  );
}
