import { TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type Rhythm,
  rhythms,
  ruleOf,
  type Weekday,
  weekdayOf,
  weekdays,
} from "../../../../web/pages/loops/starter-choices.ts";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Chips } from "../../../../web/parts/chips.tsx";
import form from "../../../../web/parts/form.module.css";
import { troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { addForum } from "../../forums/contract.ts";

/** A name, what it is for, and the day of the meeting there is already. */
export function BeginForum({ slug, onBegun }: { slug: string; onBegun: (id: string) => void }) {
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [rhythm, setRhythm] = useState<Rhythm>("week");
  const [day, setDay] = useState<Weekday>(() => weekdayOf(new Date().getDay()));
  const [at, setAt] = useState("10:00");
  const begin = useAsk(addForum, ({ id }) => onBegun(id));
  return (
    <AskForm
      onSubmit={() => begin.mutate({ unit: slug, name, purpose, rule: ruleOf(rhythm, day), at })}
      error={begin.error}
      fields={["/name", "/purpose", "/at"]}
      busy={begin.isPending}
      word="Begin"
      disabled={name.trim() === ""}
      after={
        <p className="soft small">
          Those who belong here take part. You can open it to the teams beneath later, and take it back.
        </p>
      }
    >
      <TextInput
        label="Name"
        placeholder="Advice forum"
        dir="auto"
        value={name}
        error={troubleAt("/name", begin.error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="What is it for? If you like"
        dir="auto"
        value={purpose}
        error={troubleAt("/purpose", begin.error)}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <div>
        <p className={form.legend}>When does it meet?</p>
        <Chips
          label="How often"
          options={rhythms}
          chosen={rhythm}
          onChoose={(value) => setRhythm(value ?? rhythm)}
        />
        <Chips
          label="On which day"
          options={weekdays}
          chosen={day}
          onChoose={(value) => setDay(value ?? day)}
        />
      </div>
      <TextInput
        type="time"
        label="At"
        value={at}
        error={troubleAt("/at", begin.error)}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
    </AskForm>
  );
}
