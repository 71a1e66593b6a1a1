import type { Command } from "commander";
import type { NewDecisionOptions } from "./commands/decisions.ts";
import type { Common } from "./common-options.ts";
import type { Connection } from "./connect.ts";
import type { Output } from "./output.ts";

interface Commanding {
  common(command: Command): Command;
  connected(options: Common, work: (connection: Connection, out: Output) => Promise<void>): Promise<void>;
}

/** The commands about what was decided. */
export function addDecisions(program: Command, { common, connected }: Commanding): void {
  const decisions = program.command("decisions").description("what was decided, and what came of it");
  common(decisions.command("list"))
    .description("list the decisions of a team, or your own; what waits stands first")
    .option("--unit <slug>", "the team or group; see septet units")
    .option("--principles", "principles and guardrails instead")
    .action((options: Common & { unit?: string; principles?: boolean }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/decisions.ts")).listDecisionsCommand(connection, options, out),
      ),
    );
  common(decisions.command("show"))
    .argument("<id>", "which one; see septet decisions list")
    .description("show a decision with all that hangs on it")
    .action((id: string, options: Common) =>
      connected(options, async (connection, out) =>
        (await import("./commands/decisions.ts")).showDecisionCommand(connection, id, out),
      ),
    );
  common(decisions.command("new"))
    .description("write a decision down")
    .requiredOption("--title <title>", "what is decided, in a line")
    .option("--unit <slug>", "the team or group whose it is; without it, your own")
    .option("--why <words>", "why, in Markdown")
    .option("--expect <statement>", "what is expected, so that it can be told on a day")
    .option("--sure <percent>", "with --expect: how sure, from 0 to 100")
    .option("--by <day>", "with --expect: the day on which it can be told, like 2027-03-01")
    .option("--again <day>", "when to look again; without it, in three months")
    .option("--status <status>", "draft, proposed or accepted, which it is without it")
    .option("--kind <kind>", "what sort of decision it is, as the team calls it")
    .action((options: Common & NewDecisionOptions) =>
      connected(options, async (connection, out) =>
        (await import("./commands/decisions.ts")).newDecisionCommand(connection, options, out),
      ),
    );
}
