import { useState } from "react";
import { invite } from "../../../core/people/invitations/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Card } from "../../parts/card.tsx";
import type { Option } from "../../parts/choice.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import { NameField } from "../../parts/name-field.tsx";
import { PersonChoice } from "../../parts/person-choice.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./invitations.module.css";
import { SentLink } from "./sent-link.tsx";

/** Somebody new by name and address, or somebody who is listed already, whose invitation then is theirs. */
export function InviteForm() {
  const [listed, setListed] = useState<Option | null>(null);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const begin = () => {
    setListed(null);
    setName("");
    setEmail("");
  };
  const send = useAsk(invite, begin);
  const submit = () =>
    send.mutate(listed ? { person: listed.value, name: listed.name, email } : { name, email });
  return (
    <Card title="Invite somebody" className={styles.invite}>
      <AskForm
        onSubmit={submit}
        error={send.error}
        fields={["/person", "/name", "/email"]}
        busy={send.isPending}
        word="Invite"
      >
        <PersonChoice
          label="Somebody who is listed already"
          description="Left empty, it is somebody new."
          chosen={listed}
          onChoose={(person, address) => {
            setListed(person);
            setEmail(address ?? "");
          }}
          error={troubleAt("/person", send.error)}
        />
        {listed ? (
          <WordButton word="Somebody else" of={`than ${listed.name}`} busy={false} onClick={begin} />
        ) : (
          <NameField value={name} onChange={setName} error={send.error} />
        )}
        <EmailField value={email} onChange={setEmail} error={troubleAt("/email", send.error)} whose="other" />
      </AskForm>
      {send.data && <SentLink sent={send.data} />}
    </Card>
  );
}
