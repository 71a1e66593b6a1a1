import { useState } from "react";
import { changeName } from "../../../core/people/account/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { NameField } from "../../parts/name-field.tsx";
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
  const submit = () => change.mutate({ name });
  return (
    <AskForm onSubmit={submit} error={change.error} fields={["/name"]} busy={change.isPending} word="Save">
      <NameField value={name} onChange={setName} error={change.error} />
    </AskForm>
  );
}
