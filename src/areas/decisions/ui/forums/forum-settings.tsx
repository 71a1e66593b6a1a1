import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Card } from "../../../../web/parts/card.tsx";
import { Opens } from "../../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import { changeForum, type Forum } from "../../forums/contract.ts";
import styles from "./forums.module.css";

/** Who takes part, and what can be changed of it. */
export function ForumSettings({ forum }: { forum: Forum }) {
  const { id, says, audience, audiences, ended } = forum;
  const change = useAsk(changeForum);
  return (
    <Card title="Who takes part">
      <p dir="auto">{says}</p>
      {audiences.length > 0 && (
        <NativeSelect
          label="Open it to"
          description="They read its agenda and all that was ever said in it, and take part."
          size="xs"
          value={audience?.slug ?? ""}
          data={[
            { value: "", label: "nobody else" },
            ...audiences.map(({ slug, name }) => ({ value: slug, label: `everyone in ${name}` })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change.mutate({ id, audience: value === "" ? null : value })
          }
        />
      )}
      <div className={styles.tools}>
        <Opens word="Change the forum">{(close) => <ChangeForm forum={forum} onDone={close} />}</Opens>
        <WordButton
          word={ended ? "Let it meet again" : "Let it meet no more"}
          of=""
          busy={change.isPending}
          onClick={() => change.mutate({ id, ended: !ended })}
        />
      </div>
      <Trouble error={change.error} />
    </Card>
  );
}

function ChangeForm({ forum, onDone }: { forum: Forum; onDone: () => void }) {
  const [name, setName] = useState(forum.name);
  const [purpose, setPurpose] = useState(forum.purpose);
  const [rule, setRule] = useState(forum.cadence.rule);
  const [at, setAt] = useState(forum.cadence.at);
  const [minutes, setMinutes] = useState<number | string>(forum.minutes);
  const change = useAsk(changeForum, onDone);
  const field = (pointer: string, value: string, set: (value: string) => void) => ({
    value,
    error: troubleAt(pointer, change.error),
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  });
  return (
    <AskForm
      onSubmit={() => change.mutate({ id: forum.id, name, purpose, rule, at, minutes: Number(minutes) })}
      error={change.error}
      fields={["/name", "/purpose", "/rule", "/at", "/minutes"]}
      busy={change.isPending}
      word="Save"
      small
    >
      <TextInput label="Name" dir="auto" {...field("/name", name, setName)} />
      <TextInput label="What is it for?" dir="auto" {...field("/purpose", purpose, setPurpose)} />
      <TextInput
        label="When"
        description="A recurrence rule, like FREQ=WEEKLY;BYDAY=WE or FREQ=MONTHLY;BYDAY=1TU."
        {...field("/rule", rule, setRule)}
      />
      <TextInput type="time" label="At" {...field("/at", at, setAt)} />
      <NumberInput
        label="Minutes for each thing, where nobody says otherwise"
        min={1}
        max={480}
        value={minutes}
        error={troubleAt("/minutes", change.error)}
        onChange={setMinutes}
      />
    </AskForm>
  );
}
