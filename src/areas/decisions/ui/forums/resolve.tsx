import { TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Opens } from "../../../../web/parts/opens.tsx";
import { troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { type Objection, resolveObjection } from "../../forums/meetings/contract.ts";
import type { Resolved } from "../../forums/values.ts";
import styles from "./forums.module.css";

const ways: readonly (readonly [Resolved, string])[] = [
  ["amended", "The amended text meets it"],
  ["withdrawn", "I withdraw it"],
  ["look-again", "Let us look again on a day"],
  ["stays", "It stays"],
];

/** Who has the objection says how it was resolved; others can only let it stand. */
export function Resolve({ one: { id, mine, reason } }: { one: Objection }) {
  const open = ways.filter(([how]) => mine || how === "stays");
  return (
    <div className={styles.tools}>
      {open.map(([how, word]) => (
        <Opens key={how} word={mine ? word : "Let it stand"} of={reason}>
          {() => <Form id={id} how={how} />}
        </Opens>
      ))}
    </div>
  );
}

function Form({ id, how }: { id: string; how: Resolved }) {
  const [words, setWords] = useState("");
  const [lookOn, setLookOn] = useState("");
  const resolve = useAsk(resolveObjection);
  return (
    <AskForm
      onSubmit={() => resolve.mutate({ id, how, words, ...(lookOn === "" ? {} : { lookOn }) })}
      error={resolve.error}
      fields={["/words", "/lookOn"]}
      busy={resolve.isPending}
      word="Say so"
      small
    >
      {how === "look-again" && (
        <TextInput
          type="date"
          label="When?"
          value={lookOn}
          error={troubleAt("/lookOn", resolve.error)}
          onChange={(event) => setLookOn(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="In a line, if you like"
        dir="auto"
        value={words}
        error={troubleAt("/words", resolve.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}
