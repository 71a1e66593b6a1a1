import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Unit } from "../../../core/org/contract.ts";
import {
  channel as asked,
  dropChannel,
  setChannel,
  tryChannel,
} from "../../../core/reminders/channel-contract.ts";
import { WEEKDAYS, type Weekday, weekdayNames } from "../../../core/reminders/weekday.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { dayText } from "../../parts/dates.ts";
import form from "../../parts/form.module.css";
import { Opens } from "../../parts/opens.tsx";
import { Sure } from "../../parts/sure.tsx";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./channel.module.css";

type Kept = NonNullable<AnswerOf<typeof asked>["channel"]>;

/** Where the reminders of a team are posted, for those who belong to it. */
export function Channel({ it }: { it: Unit }) {
  const { data, error } = useQuery({ ...asking(asked, { slug: it.slug }), enabled: it.own });
  if (!it.own) return null;
  return (
    <section className={form.section}>
      <h2>Reminders in your chat</h2>
      <Trouble error={error} />
      {data?.channel === null && (
        <>
          <p className="soft">
            Slack, Microsoft Teams, Mattermost and others give you the address of an incoming webhook for a
            channel. What is due here is then said there.
          </p>
          <Opens word="Have them posted to a channel">
            {(close) => <ChannelForm slug={it.slug} kept={null} onDone={close} />}
          </Opens>
        </>
      )}
      {data?.channel && <KeptChannel slug={it.slug} kept={data.channel} />}
    </section>
  );
}

function KeptChannel({ slug, kept }: { slug: string; kept: Kept }) {
  const attempt = useAsk(tryChannel);
  const drop = useAsk(dropChannel);
  const by = kept.setBy === null ? "somebody who is gone" : kept.setBy;
  return (
    <>
      <p>
        Posted to a channel at <span dir="auto">{kept.host}</span>: {sayWhat(kept)}. Set by{" "}
        <span dir="auto">{by}</span> on {dayText(kept.setAt)}.
      </p>
      {kept.trouble && (
        <p role="alert" className={styles.trouble}>
          The last word could not be posted. {kept.trouble.says}
        </p>
      )}
      <div className={styles.tools}>
        <WordButton
          word="Send a word"
          of="to see that it comes"
          busy={attempt.isPending}
          onClick={() => attempt.mutate({ slug })}
        />
        <Opens word="Change it">{(close) => <ChannelForm slug={slug} kept={kept} onDone={close} />}</Opens>
        <Sure
          word="Post nothing more"
          means="The address is forgotten."
          busy={drop.isPending}
          error={drop.error}
          onSure={() => drop.mutate({ slug })}
        />
      </div>
      <p role="status" className="soft">
        {attempt.data?.trouble === null && "It was sent: look into the channel."}
      </p>
      <Trouble error={attempt.error} />
    </>
  );
}

function sayWhat({ checkIn, digest, readings }: Kept): string {
  const what = [
    ...(checkIn ? ["a word on the day of a check-in"] : []),
    ...(digest === null ? [] : [`what came back, every ${weekdayNames[digest]}`]),
  ];
  if (what.length === 0) return "nothing yet";
  return `${what.join(", and ")}${digest !== null && readings ? ", with what came of it" : ""}`;
}

const days = [
  { value: "", label: "never" },
  ...WEEKDAYS.map((day) => ({ value: day as string, label: `every ${weekdayNames[day]}` })),
];

interface FormProps {
  readonly slug: string;
  readonly kept: Kept | null;
  readonly onDone: () => void;
}

function ChannelForm({ slug, kept, onDone }: FormProps) {
  const [url, setUrl] = useState("");
  const [checkIn, setCheckIn] = useState(kept?.checkIn ?? true);
  const [digest, setDigest] = useState<Weekday | null>(kept?.digest ?? null);
  const [readings, setReadings] = useState(kept?.readings ?? false);
  const set = useAsk(setChannel, onDone);
  const submit = () => set.mutate({ slug, checkIn, digest, readings, ...(url.trim() === "" ? {} : { url }) });
  return (
    <AskForm onSubmit={submit} error={set.error} fields={["/url"]} busy={set.isPending} word="Save">
      <TextInput
        label="Address of the webhook"
        description={
          kept === null
            ? "Whoever has it can write into the channel: it is kept sealed, and never shown again."
            : `Empty: the one at ${kept.host} stays.`
        }
        type="url"
        autoComplete="off"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={troubleAt("/url", set.error)}
      />
      <Tick
        label="A word on the day of a check-in"
        says="With the questions that are asked."
        checked={checkIn}
        onChange={setCheckIn}
      />
      <NativeSelect
        label="What came back"
        description="Only when something did since the last time."
        value={digest ?? ""}
        data={days}
        onChange={({ currentTarget: { value } }) => setDigest(value === "" ? null : (value as Weekday))}
      />
      <Tick
        label="With what came of it"
        says="Readings, and what you concluded. Without it, only the titles and that there is something to see."
        checked={readings}
        onChange={setReadings}
      />
      <p className="soft small">
        Whoever is in that channel sees it, also those who do not belong to your team. What anybody guessed
        for themselves never goes there.
      </p>
    </AskForm>
  );
}

interface TickProps {
  readonly label: string;
  readonly says: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Tick = ({ label, says, checked, onChange }: TickProps) => (
  <label className={styles.tick}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>
      {label}
      <span className="soft small">{says}</span>
    </span>
  </label>
);
