import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { signInByPassword } from "../../../core/people/sign-in/contract.ts";
import { ask } from "../../client.ts";
import { beginAnew } from "../../parts/begin-anew.ts";
import { EmailField } from "../../parts/email-field.tsx";
import form from "../../parts/form.module.css";
import { PasswordField } from "../../parts/password-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import styles from "./sign-in.module.css";

/** What is wrong is said of both together: which of the two it was is nobody's business. */
export function ByPassword({ next }: { next: string | undefined }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [first, again] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  useEffect(() => first.current?.focus(), [first]);
  const enter = useMutation({
    mutationFn: () => ask(signInByPassword, { email, password }),
    onSuccess: () => beginAnew(next),
    onError: () => again.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit} className={`${form.form} ${styles.form}`} noValidate>
      <EmailField value={email} onChange={setEmail} whose="own" field={first} />
      <PasswordField label="Password" value={password} onChange={setPassword} kind="current" field={again} />
      <Trouble error={enter.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={enter.isPending || enter.isSuccess}>
          Sign in
        </Button>
        <Link to="/reset">Forgot your password?</Link>
      </div>
    </form>
  );
}
