import { useState } from "react";
import { changePerson } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { NameField } from "../../parts/name-field.tsx";
import { Opens } from "../../parts/opens.tsx";
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
  const submit = () => change.mutate({ id, name: wanted });
  return (
    <AskForm
      onSubmit={submit}
      error={change.error}
      fields={["/name"]}
      busy={change.isPending}
      word="Rename"
      small
      disabled={wanted.trim() === ""}
    >
      <NameField value={wanted} onChange={setWanted} error={change.error} />
    </AskForm>
  );
}
