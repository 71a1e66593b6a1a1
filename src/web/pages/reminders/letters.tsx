import { NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Reminders } from "../../../core/reminders/contract.ts";
import { WEEKDAYS, type Weekday, weekdayNames } from "../../../core/reminders/weekday.ts";
import { Trouble } from "../../parts/trouble.tsx";
import styles from "./reminders.module.css";
import type { Choices } from "./use-choices.ts";

const days = [
  { value: "", label: "none" },
  ...WEEKDAYS.map((day) => ({ value: day as string, label: `every ${weekdayNames[day]}` })),
];

/** Which letters come; what is chosen while none can be sent is kept. */
export function Letters({ chosen, choices }: { chosen: Reminders; choices: Choices }) {
  const { checkIn, digest, change, error } = choices;
  return (
    <div className={styles.choices}>
      <p className="soft small">
        <WhereTo mail={chosen.mail} />
      </p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={checkIn}
          onChange={(event) => change({ checkIn: event.currentTarget.checked })}
        />
        <span>
          On the day of a check-in
          <span className="soft small">
            One letter a day at most, when the first of your questions is asked, unless it was looked at by
            then.
          </span>
        </span>
      </label>
      <NativeSelect
        className={styles.choice}
        label="A digest"
        description="Only when something came back or changed since the last one. What went well stands first."
        value={digest ?? ""}
        data={days}
        onChange={({ currentTarget: { value } }) =>
          change({ digest: value === "" ? null : (value as Weekday) })
        }
      />
      <p className="soft small">Days are those of your team, in the time zone {chosen.timeZone}.</p>
      <Trouble error={error} />
    </div>
  );
}

function WhereTo({ mail: { on, to } }: Pick<Reminders, "mail">) {
  if (!on)
    return "No letter can be sent: this installation has no mail server set (SEPTET_SMTP_URL). What you choose is kept until it has one.";
  if (to !== null) return `They go to ${to}.`;
  return (
    <>
      You have no e-mail address yet: choose one on <Link to="/account">your account</Link>.
    </>
  );
}
