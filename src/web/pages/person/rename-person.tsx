import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { changePerson } from "../../../core/org/contract.ts";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { Opens } from "../../parts/opens.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

interface RenameProps {
  readonly id: string;
  readonly name: string;
}

export const RenamePerson = (person: RenameProps) => (
  <Opens word="Rename">{(close) => <RenameForm {...person} onDone={close} />}</Opens>
);

function RenameForm({ id, name, onDone }: RenameProps & { readonly onDone: () => void }) {
  const [wanted, setWanted] = useState(name);
  const change = useAsk(changePerson, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id, name: wanted });
  };
  return (
    <form onSubmit={submit} className={form.form} noValidate>
      <NameField value={wanted} onChange={setWanted} error={change.error} />
      <Trouble error={change.error} except={["/name"]} />
      <Button type="submit" size="xs" loading={change.isPending} disabled={wanted.trim() === ""}>
        Rename
      </Button>
    </form>
  );
}
