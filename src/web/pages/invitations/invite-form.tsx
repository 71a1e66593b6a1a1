import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { invite } from "../../../core/people/invitations/contract.ts";
import { Card } from "../../parts/card.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ name, email });
  };
  return (
    <Card title="Invite somebody" className={styles.invite}>
      <form onSubmit={submit} className={form.form} noValidate>
        <NameField value={name} onChange={setName} error={send.error} />
        <EmailField value={email} onChange={setEmail} error={troubleAt("/email", send.error)} whose="other" />
        <Trouble error={send.error} except={["/name", "/email"]} />
        <Button type="submit" loading={send.isPending}>
          Invite
        </Button>
      </form>
      {send.data && <SentLink sent={send.data} />}
    </Card>
  );
}
