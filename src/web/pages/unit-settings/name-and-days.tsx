import { useState } from "react";
import { changeUnit, type Unit } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Choice } from "../../parts/choice.tsx";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { AS_ABOVE, timeZoneOptions } from "./time-zones.ts";

/** What it is called, and the time zone that its days and weeks are counted in. */
export function NameAndDays({ it }: { it: Unit }) {
  return (
    <section className={form.section}>
      <h2>Name and days</h2>
      {it.can.settings ? <NameForm it={it} /> : <p>Its days are counted in the time zone {it.timeZone}.</p>}
    </section>
  );
}

function NameForm({ it }: { it: Unit }) {
  const [name, setName] = useState(it.name);
  const [zone, setZone] = useState(it.ownTimeZone ?? AS_ABOVE);
  const save = useAsk(changeUnit);
  const options = timeZoneOptions(it, Intl.supportedValuesOf("timeZone"));
  const timeZone = zone === AS_ABOVE ? null : zone;
  const changed = {
    ...(name.trim() === it.name ? {} : { name }),
    ...(timeZone === it.ownTimeZone ? {} : { timeZone }),
  };
  const submit = () => save.mutate({ slug: it.slug, ...changed });
  return (
    <AskForm
      onSubmit={submit}
      error={save.error}
      fields={["/name", "/timeZone"]}
      busy={save.isPending}
      word="Save"
      disabled={name.trim() === "" || Object.keys(changed).length === 0}
      after={
        <p role="status" className="soft">
          {save.isSuccess && Object.keys(changed).length === 0 && "Saved."}
        </p>
      }
    >
      <NameField value={name} onChange={setName} error={save.error} />
      <Choice
        label="Time zone"
        description="Days, weeks and months begin and end in it."
        options={options}
        chosen={options.find(({ value }) => value === zone) ?? null}
        onChoose={({ value }) => setZone(value)}
        error={troubleAt("/timeZone", save.error)}
      />
    </AskForm>
  );
}
