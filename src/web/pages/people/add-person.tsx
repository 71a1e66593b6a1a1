import { TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { addPerson } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { NameField } from "../../parts/name-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** A name and perhaps an address; ready for the next one when they are there. */
export function AddPerson() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const add = useAsk(addPerson, () => {
    setName("");
    setEmail("");
  });
  const submit = () => add.mutate({ name, email: email.trim() || undefined });
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/name", "/email"]}
      busy={add.isPending}
      word="Add them"
      disabled={name.trim() === ""}
      after={
        <p role="status" className="soft">
          {add.data && (
            <>
              Added{" "}
              <Link to="/people/$id" params={{ id: add.data.id }}>
                <bdi>{add.data.name}</bdi>
              </Link>
              . Next: say in a team's settings that they belong to it.
            </>
          )}
        </p>
      }
    >
      <NameField value={name} onChange={setName} error={add.error} />
      <TextInput
        label="E-mail"
        description="Not needed now. They and those who run the installation see it, nobody else."
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={troubleAt("/email", add.error)}
        autoComplete="off"
      />
    </AskForm>
  );
}
