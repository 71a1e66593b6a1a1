import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { addMember, Role } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import type { Option } from "../../parts/choice.tsx";
import form from "../../parts/form.module.css";
import { PersonChoice } from "../../parts/person-choice.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

const roles = [
  { value: "member", label: "belong to it" },
  { value: "lead", label: "lead it" },
] as const;

/** Somebody, as what, and from when; ready for the next one when they are there. */
export function AddMember({ slug }: { slug: string }) {
  const [person, setPerson] = useState<Option | null>(null);
  const [role, setRole] = useState<Role>("member");
  const [from, setFrom] = useState("");
  const add = useAsk(addMember, () => setPerson(null));
  const submit = () => {
    if (person) add.mutate({ slug, person: person.value, role, from: from || undefined });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/person", "/from"]}
      busy={add.isPending}
      word="Add them"
      disabled={person === null}
      after={
        <p role="status" className="soft">
          {add.data && (
            <>
              Added <bdi>{add.data.person.name}</bdi>.
            </>
          )}
        </p>
      }
    >
      <PersonChoice
        label="Who"
        chosen={person}
        onChoose={setPerson}
        error={troubleAt("/person", add.error)}
      />
      <div>
        <p className={form.legend}>They</p>
        <SegmentedControl
          aria-label="They"
          size="xs"
          value={role}
          data={[...roles]}
          onChange={(value) => setRole(Role.parse(value))}
        />
      </div>
      <TextInput
        type="date"
        label="From"
        description="Empty: from today on."
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={troubleAt("/from", add.error)}
      />
    </AskForm>
  );
}
