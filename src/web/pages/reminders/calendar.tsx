import { Button } from "@mantine/core";
import { useState } from "react";
import { makeCalendar, type Reminders, revokeCalendar } from "../../../core/reminders/contract.ts";
import { CopyLine } from "../../parts/copy-line.tsx";
import { agoText, dayText } from "../../parts/dates.ts";
import { Sure } from "../../parts/sure.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./reminders.module.css";
import type { Choices } from "./use-choices.ts";

/** The private address that a calendar subscribes to. */
export function Calendar({ chosen, choices }: { chosen: Reminders; choices: Choices }) {
  const [address, setAddress] = useState<string | null>(null);
  const make = useAsk(makeCalendar, (made) => setAddress(made.address));
  const { made, asked } = chosen.calendar;
  return (
    <div className={styles.choices}>
      <p className="soft">
        Your check-ins of the next eight weeks, and what comes back, in any calendar that subscribes to an
        address.
      </p>
      {address !== null && made !== null && (
        <div>
          <p role="status">
            Copy it now: it is not shown again. Whoever has it sees what you see of this, without signing in.
          </p>
          <CopyLine label="Address of your calendar" text={address} />
        </div>
      )}
      {made === null ? (
        <div>
          <Button loading={make.isPending} onClick={() => make.mutate({})}>
            Make an address
          </Button>
        </div>
      ) : (
        <Made made={made} asked={asked} busy={make.isPending} onNew={() => make.mutate({})} />
      )}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={!choices.calendar.titles}
          onChange={(event) => choices.change({ calendar: { titles: !event.currentTarget.checked } })}
        />
        <span>
          Say only that something is due
          <span className="soft small">
            For a calendar that others see too: no question, no team and no experiment is named.
          </span>
        </span>
      </label>
      <Trouble error={make.error ?? choices.error} />
    </div>
  );
}

interface MadeProps {
  readonly made: string;
  readonly asked: string | null;
  readonly busy: boolean;
  readonly onNew: () => void;
}

function Made({ made, asked, busy, onNew }: MadeProps) {
  const revoke = useAsk(revokeCalendar);
  const lately =
    asked === null ? "no calendar has asked for it yet" : `last asked for ${agoText(asked, Date.now())}`;
  return (
    <div className={styles.made}>
      <p>
        You have an address, made {dayText(made)}; {lately}.
      </p>
      <Sure
        word="Make a new one"
        means="The one before is good no more: calendars that use it show nothing new."
        busy={busy}
        error={null}
        onSure={onNew}
      />
      <Sure
        word="Revoke it"
        means="Calendars that use it show nothing new."
        busy={revoke.isPending}
        error={revoke.error}
        onSure={() => revoke.mutate({})}
      />
    </div>
  );
}
