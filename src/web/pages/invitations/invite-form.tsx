import { useState } from "react";
import { invite } from "../../../core/people/invitations/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Card } from "../../parts/card.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import { NameField } from "../../parts/name-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./invitations.module.css";
import { SentLink } from "./sent-link.tsx";

export function InviteForm() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const send = useAsk(invite, () => {
    setName("");
    setEmail("");
  });
  const submit = () => send.mutate({ name, email });
  return (
    <Card title="Invite somebody" className={styles.invite}>
      <AskForm
        onSubmit={submit}
        error={send.error}
        fields={["/name", "/email"]}
        busy={send.isPending}
        word="Invite"
      >
        <NameField value={name} onChange={setName} error={send.error} />
        <EmailField value={email} onChange={setEmail} error={troubleAt("/email", send.error)} whose="other" />
      </AskForm>
      {send.data && <SentLink sent={send.data} />}
    </Card>
  );
}
