import { useState } from "react";
import type { PersonListed } from "../../../core/org/contract.ts";
import { changeAddress } from "../../../core/people/address/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { EmailField } from "../../parts/email-field.tsx";
import { Opens } from "../../parts/opens.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

interface AddressProps {
  readonly person: PersonListed;
}

/** For somebody without an account; who has one sees to it by themselves. */
export const ChangeAddress = ({ person }: AddressProps) => (
  <Opens word={person.email === null ? "Give an e-mail address" : "Change the e-mail address"}>
    {(close) => <AddressForm person={person} onDone={close} />}
  </Opens>
);

function AddressForm({ person: { id, email }, onDone }: AddressProps & { readonly onDone: () => void }) {
  const [wanted, setWanted] = useState(email ?? "");
  const change = useAsk(changeAddress, onDone);
  return (
    <AskForm
      onSubmit={() => change.mutate({ id, email: wanted.trim() || null })}
      error={change.error}
      fields={["/email"]}
      busy={change.isPending}
      word="Save"
      small
    >
      <EmailField
        description="Empty: none. They and those who run the installation see it, nobody else."
        value={wanted}
        onChange={setWanted}
        error={troubleAt("/email", change.error)}
        whose="other"
      />
    </AskForm>
  );
}
