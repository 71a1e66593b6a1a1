import { useState } from "react";
import type { PersonListed } from "../../../core/org/contract.ts";
import { invite } from "../../../core/people/invitations/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import { Opens } from "../../parts/opens.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { SentLink } from "../invitations/sent-link.tsx";

type InviteProps = { readonly person: PersonListed };

/** For somebody who is listed and has no account: whoever comes in by the link is them. */
export const InvitePerson = ({ person }: InviteProps) => (
  <Opens word="Invite">{() => <InviteForm person={person} />}</Opens>
);

function InviteForm({ person: { id, name, email } }: InviteProps) {
  const [address, setAddress] = useState(email ?? "");
  const send = useAsk(invite);
  return (
    <AskForm
      onSubmit={() => send.mutate({ person: id, name, email: address })}
      error={send.error}
      fields={["/email"]}
      busy={send.isPending}
      word="Invite"
      small
      disabled={address.trim() === ""}
      after={send.data && <SentLink sent={send.data} />}
    >
      <EmailField
        value={address}
        onChange={setAddress}
        error={troubleAt("/email", send.error)}
        whose="other"
      />
    </AskForm>
  );
}
