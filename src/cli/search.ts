import type { Command } from "commander";
import type { SearchOptions } from "./commands/search.ts";
import type { Common } from "./common-options.ts";
import type { Connection } from "./connect.ts";
import type { Output } from "./output.ts";

interface Commanding {
  common(command: Command): Command;
  connected(options: Common, work: (connection: Connection, out: Output) => Promise<void>): Promise<void>;
}

/** The command that finds what was written. */
export function addSearch(program: Command, { common, connected }: Commanding): void {
  common(program.command("search"))
    .argument("[words...]", "what to look for; '\"words in quotes\"' stand together")
    .description(
      "find what was written by its words: what was tried and concluded, notes, purposes; without words, the newest",
    )
    .option("--kind <kind>", "only this: experiment, conclusion, note, purpose, …")
    .option("--unit <slug>", "only in this team or group, with all below; see septet units")
    .action((words: string[], options: Common & Omit<SearchOptions, "words">) =>
      connected(options, async (connection, out) =>
        (await import("./commands/search.ts")).searchCommand(connection, { ...options, words }, out),
      ),
    );
}
