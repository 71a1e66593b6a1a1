import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import type { Option } from "../../../web/parts/choice.tsx";
import { PersonChoice } from "../../../web/parts/person-choice.tsx";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { UnitChoice } from "../../../web/parts/unit-choice.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { askAdvice, suggestAdvice } from "../advice/contract.ts";
import type { Capacity } from "../values.ts";
import styles from "./decisions.module.css";

const whoms = [
  { value: "unit", word: "A team" },
  { value: "person", word: "A person" },
  { value: "name", word: "Somebody else" },
] as const;

/** Whom to ask: who is suggested and why, or somebody else. */
export function AskingAdvice({ id, onDone }: { id: string; onDone: () => void }) {
  const [kind, setKind] = useState<(typeof whoms)[number]["value"]>("unit");
  const [capacity, setCapacity] = useState<Capacity>("affected");
  const [slug, setSlug] = useState<string | null>(null);
  const [person, setPerson] = useState<Option | null>(null);
  const [name, setName] = useState("");
  const add = useAsk(askAdvice, onDone);
  const whom = {
    unit: slug ? { unit: slug } : null,
    person: person ? { person: person.value } : null,
    name: name.trim() ? { name } : null,
  }[kind];
  return (
    <>
      <Suggestions id={id} />
      <AskForm
        onSubmit={() => whom && add.mutate({ id, capacity, ...whom })}
        error={add.error}
        fields={["/person", "/unit", "/name"]}
        busy={add.isPending}
        word="Ask"
        small
        disabled={whom === null}
        after={<p className="soft small">They read this decision from then on.</p>}
      >
        <Chips label="Who is asked" options={whoms} chosen={kind} onChoose={(one) => setKind(one ?? kind)} />
        {kind === "unit" && (
          <UnitChoice
            label="Team or group"
            chosen={slug}
            onChoose={setSlug}
            error={troubleAt("/unit", add.error)}
          />
        )}
        {kind === "person" && (
          <PersonChoice
            label="Person"
            chosen={person}
            onChoose={setPerson}
            error={troubleAt("/person", add.error)}
          />
        )}
        {kind === "name" && (
          <TextInput
            label="Name"
            description="You write down what they say"
            dir="auto"
            value={name}
            error={troubleAt("/name", add.error)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Chips<Capacity>
          label="As what"
          options={[
            { value: "affected", word: "It touches them" },
            { value: "expert", word: "They know about it" },
          ]}
          chosen={capacity}
          onChoose={(one) => setCapacity(one ?? capacity)}
        />
      </AskForm>
    </>
  );
}

/** Who may be affected or may know, each with why one may think so. */
function Suggestions({ id }: { id: string }) {
  const { suggestions = [] } = useQuery(asking(suggestAdvice, { id })).data ?? {};
  const suggested = useAsk(askAdvice);
  if (suggestions.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {suggestions.map((one) => (
          <li key={`${one.unit?.slug} ${one.person?.id}`} className={styles.actions}>
            <span>
              <strong dir="auto">{one.unit?.name ?? one.person?.name}</strong>{" "}
              <span className="soft small" dir="auto">
                {one.because}
              </span>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              loading={suggested.isPending}
              onClick={() =>
                suggested.mutate({
                  id,
                  capacity: one.capacity,
                  ...(one.unit ? { unit: one.unit.slug } : { person: one.person?.id ?? "" }),
                })
              }
            >
              Ask<span className="hidden"> {one.unit?.name ?? one.person?.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Trouble error={suggested.error} />
    </>
  );
}
