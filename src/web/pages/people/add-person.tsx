import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addPerson } from "../../../core/org/contract.ts";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** A name and perhaps an address; ready for the next one when they are there. */
export function AddPerson() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const add = useAsk(addPerson, () => {
    setName("");
    setEmail("");
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name, email: email.trim() || undefined });
  };
  return (
    <form onSubmit={submit} className={form.form} noValidate>
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
      <Trouble error={add.error} except={["/name", "/email"]} />
      <Button type="submit" loading={add.isPending} disabled={name.trim() === ""}>
        Add them
      </Button>
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
    </form>
  );
}
