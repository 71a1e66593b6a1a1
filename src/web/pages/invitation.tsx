import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { acceptInvitation, lookAtInvitation } from "../../core/people/invitations/contract.ts";
import { ask, asking } from "../client.ts";
import { AskForm } from "../parts/ask-form.tsx";
import { beginAnew } from "../parts/begin-anew.ts";
import { EmailField } from "../parts/email-field.tsx";
import { NameField } from "../parts/name-field.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { PasswordField } from "../parts/password-field.tsx";
import { Pending } from "../parts/pending.tsx";
import { Trouble, troubleAt } from "../parts/trouble.tsx";

/** Where the link of an invitation leads; its token stands behind the #. */
export function InvitationPage() {
  const token = useRouterState({ select: ({ location }) => location.hash });
  const { data: invited, error } = useQuery(asking(lookAtInvitation, { token }));
  if (error) return <NoLonger error={error} />;
  return invited ? <Accept key={token} token={token} invited={invited} /> : <Pending />;
}

const NoLonger = ({ error }: { error: unknown }) => (
  <>
    <PageTitle>You cannot come in by this link</PageTitle>
    <Trouble error={error} />
    <p>
      Do you have an account already? <Link to="/sign-in">Sign in</Link>
    </p>
  </>
);

interface AcceptProps {
  readonly token: string;
  readonly invited: { readonly email: string; readonly name: string };
}

function Accept({ token, invited }: AcceptProps) {
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () => ask(acceptInvitation, { token, name, password }),
    onSuccess: () => beginAnew("/"),
  });
  const submit = () => accept.mutate();
  return (
    <>
      <PageTitle>You are invited</PageTitle>
      <p>
        Septet is where your team looks at how its work is going. Choose how you are called, and a password to
        come back with.
      </p>
      <AskForm
        onSubmit={submit}
        error={accept.error}
        fields={["/name", "/password"]}
        busy={accept.isPending || accept.isSuccess}
        word="Come in"
      >
        <EmailField value={invited.email} whose="own" />
        <NameField value={name} onChange={setName} error={accept.error} />
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          error={troubleAt("/password", accept.error)}
          kind="new"
        />
      </AskForm>
    </>
  );
}
