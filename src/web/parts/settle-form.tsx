import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { setUpAccount } from "../../core/people/account/contract.ts";
import { EmailField } from "./email-field.tsx";
import form from "./form.module.css";
import { NameField } from "./name-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { Trouble, troubleAt } from "./trouble.tsx";
import { useAsk } from "./use-ask.ts";

/** The owner's name, address and password, of which there are none after the first start. */
export function SettleForm() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const settle = useAsk(setUpAccount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate({ name, email, password });
  };
  return (
    <form onSubmit={submit} className={form.form} noValidate>
      <NameField value={name} onChange={setName} error={settle.error} />
      <EmailField value={email} onChange={setEmail} error={troubleAt("/email", settle.error)} whose="own" />
      <PasswordField
        label="Password"
        value={password}
        onChange={setPassword}
        error={troubleAt("/password", settle.error)}
        kind="new"
      />
      <Trouble error={settle.error} except={["/name", "/email", "/password"]} />
      <Button type="submit" loading={settle.isPending}>
        Save
      </Button>
    </form>
  );
}
