import pc from "picocolors";
import { makeCalendar, reminders } from "../../core/reminders/contract.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function calendarCommand(
  { ask }: Connection,
  options: { readonly new?: boolean },
  out: Output,
): Promise<void> {
  if (options.new !== true) {
    const { calendar } = await ask(reminders, {});
    out.result(calendar, () => words(calendar));
    return;
  }
  const made = await ask(makeCalendar, {});
  out.say(pc.dim("Keep it well: it is shown this once. Subscribe to it in your calendar."));
  out.result(made, () => made.address);
}

const words = ({ made, asked }: { made: string | null; asked: string | null }): string =>
  made === null
    ? "Your calendar has no address yet. Make one: septet calendar --new"
    : `It has an address, made on ${made.slice(0, 10)}, ${asked === null ? "which no calendar has asked for yet" : `last asked for on ${asked.slice(0, 10)}`}. It is not shown again; septet calendar --new makes another.`;
