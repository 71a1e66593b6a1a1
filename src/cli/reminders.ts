import type { Command } from "commander";
import type { Common } from "./common-options.ts";
import type { Commanding } from "./imports.ts";

/** What a person is told outside Septet. */
export function addReminders(program: Command, { common, connected }: Commanding): void {
  common(program.command("digest"))
    .description("say what came back or changed for you since your last digest, or in the last week")
    .action((options: Common) =>
      connected(options, async (connection, out) =>
        (await import("./commands/digest.ts")).digestCommand(connection, out),
      ),
    );

  common(program.command("calendar"))
    .option("--new", "make a new address, in place of the one before")
    .description("say whether your calendar has a private address, or make one")
    .action((options: Common & { new?: boolean }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/calendar.ts")).calendarCommand(connection, options, out),
      ),
    );
}
