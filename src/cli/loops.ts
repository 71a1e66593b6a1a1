import type { Command } from "commander";
import type { Common } from "./common-options.ts";
import type { Commanding } from "./imports.ts";

/** What a team asks itself, and what came of what it tried. */
export function addLoops(program: Command, { common, connected }: Commanding): void {
  common(program.command("loops"))
    .option("--unit <slug>", "the team, group or organisation; without it, your own")
    .option("--ended", "also those that are asked no more")
    .description("list the questions that a team asks itself, with when each is due")
    .action((options: Common & { unit?: string; ended?: boolean }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/loops.ts")).loopsCommand(connection, options, out),
      ),
    );

  common(program.command("loop"))
    .argument("<id>", "see septet loops")
    .option("--csv", "its turns as a table")
    .description("show one loop: its turns, what was done about it, and what came of that")
    .action((id: string, options: Common & { csv?: boolean }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/loops.ts")).loopCommand(connection, { id, ...options }, out),
      ),
    );

  common(program.command("experiments"))
    .option("--unit <slug>", "the team or group; without it, your own")
    .description("list what was tried, what was expected of it, and what came of it")
    .action((options: Common & { unit?: string }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/experiments.ts")).experimentsCommand(connection, options, out),
      ),
    );

  common(program.command("pulse"))
    .requiredOption("--unit <slug>", "the team or group")
    .description("read what the closed rounds of a team's short questions came to, for those whom they asked")
    .action((options: Common & { unit: string }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/pulse.ts")).pulseCommand(connection, options, out),
      ),
    );

  common(program.command("due"))
    .description("list all that is due or open for you, the oldest first")
    .action((options: Common) =>
      connected(options, async (connection, out) =>
        (await import("./commands/due.ts")).dueCommand(connection, out),
      ),
    );
}
