import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { askForReset, doorway, resetPassword } from "../../core/people/sign-in/contract.ts";
import { ask, asking } from "../client.ts";
import { AskForm } from "../parts/ask-form.tsx";
import { beginAnew } from "../parts/begin-anew.ts";
import { EmailField } from "../parts/email-field.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { PasswordField } from "../parts/password-field.tsx";
import { Pending } from "../parts/pending.tsx";
import { Trouble, troubleAt } from "../parts/trouble.tsx";
import styles from "./sign-in/sign-in.module.css";

/** Asks for a letter; with the token of the letter's link behind the #, takes the new password. */
export function ResetPage() {
  const token = useRouterState({ select: ({ location }) => location.hash });
  return token === "" ? <Ask /> : <Choose key={token} token={token} />;
}

function Ask() {
  const { data: ways, error } = useQuery(asking(doorway, {}));
  if (!ways) return error ? <Trouble error={error} /> : <Pending />;
  return (
    <>
      <PageTitle>A new password</PageTitle>
      {ways.mail ? <AskForLetter /> : <WithoutMail />}
      <p className="small">
        <Link to="/sign-in">Back to signing in</Link>
      </p>
    </>
  );
}

/** Says the same whether there is such an account or not. */
function AskForLetter() {
  const [email, setEmail] = useState("");
  const mail = useMutation({ mutationFn: () => ask(askForReset, { email }) });
  const submit = () => mail.mutate();
  if (mail.isSuccess)
    return (
      <p role="status">
        If there is an account with the address <b>{email}</b>, a letter is on its way to it. The link in it
        works once, within an hour.
      </p>
    );
  return (
    <AskForm
      onSubmit={submit}
      error={mail.error}
      fields={["/email"]}
      busy={mail.isPending}
      word="Send me a link"
      disabled={email.trim() === ""}
    >
      <EmailField value={email} onChange={setEmail} whose="own" error={troubleAt("/email", mail.error)} />
    </AskForm>
  );
}

const WithoutMail = () => (
  <div className={styles.link}>
    <p>
      Septet cannot send mail here. Ask whoever runs it for a link: on the machine and in the folder where
      Septet runs, they type
    </p>
    <pre>
      <code>
        npx septet sign-in-link --for your-address <span>--new-password</span>
      </code>
    </pre>
    <p>and give you the link that it prints. It works once, within an hour.</p>
  </div>
);

function Choose({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const choose = useMutation({
    mutationFn: () => ask(resetPassword, { token, password }),
    onSuccess: () => beginAnew("/"),
  });
  const submit = () => choose.mutate();
  return (
    <>
      <PageTitle>Choose a new password</PageTitle>
      <p>You are then signed in here, and signed out everywhere else.</p>
      <AskForm
        onSubmit={submit}
        error={choose.error}
        fields={["/password"]}
        busy={choose.isPending || choose.isSuccess}
        word="Set it"
      >
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          error={troubleAt("/password", choose.error)}
          kind="new"
        />
      </AskForm>
      <p className="small">
        <Link to="/reset" hash="">
          Ask for another link
        </Link>
      </p>
    </>
  );
}
