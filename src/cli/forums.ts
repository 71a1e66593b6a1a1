import type { Command } from "commander";
import type { Common } from "./common-options.ts";
import type { Connection } from "./connect.ts";
import type { Output } from "./output.ts";

interface Commanding {
  common(command: Command): Command;
  connected(options: Common, work: (connection: Connection, out: Output) => Promise<void>): Promise<void>;
}

/** The command about where people decide together. */
export function addForums(program: Command, { common, connected }: Commanding): void {
  common(program.command("forums"))
    .description("the forums in which you take part: what is on the next agenda, and the last minutes")
    .option("--unit <slug>", "of this team or group alone; see septet units")
    .action((options: Common & { unit?: string }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/forums.ts")).forumsCommand(connection, options.unit, out),
      ),
    );
}
