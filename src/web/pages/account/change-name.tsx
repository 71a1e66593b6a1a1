import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { changeName } from "../../../core/people/account/contract.ts";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { Line } from "./line.tsx";

export const ChangeName = ({ name }: { name: string }) => (
  <Line title="Name" value={name} word="Change" of="your name">
    {(close) => <NameForm name={name} onDone={close} />}
  </Line>
);

function NameForm({ name: present, onDone }: { name: string; onDone: () => void }) {
  const [name, setName] = useState(present);
  const change = useAsk(changeName, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name });
  };
  return (
    <form onSubmit={submit} className={form.form} noValidate>
      <NameField value={name} onChange={setName} error={change.error} />
      <Trouble error={change.error} except={["/name"]} />
      <Button type="submit" loading={change.isPending}>
        Save
      </Button>
    </form>
  );
}
