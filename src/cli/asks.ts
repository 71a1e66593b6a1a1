import type { Command } from "commander";
import type { AskOptions } from "./commands/asks.ts";
import type { InOurWayOptions } from "./commands/in-our-way.ts";
import type { Common } from "./common-options.ts";
import type { Connection } from "./connect.ts";
import type { Output } from "./output.ts";

interface Commanding {
  common(command: Command): Command;
  connected(options: Common, work: (connection: Connection, out: Output) => Promise<void>): Promise<void>;
}

/** The commands about what a team needs from others, and what is in its way. */
export function addAsks(program: Command, { common, connected }: Commanding): void {
  common(program.command("asks"))
    .description("list what a team asked for and what it is asked; without a team, what you are asked")
    .option("--unit <slug>", "the team or group; see septet units")
    .action((options: Common & { unit?: string }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/asks.ts")).asksCommand(connection, options.unit, out),
      ),
    );

  askOptions(common(program.command("ask")))
    .argument("[id]", "an ask that there is; see septet asks")
    .description("ask a leader or another team for something; with an id, show it, or say something of it")
    .action((id: string | undefined, options: Common & AskOptions) =>
      connected(options, async (connection, out) =>
        (await import("./commands/asks.ts")).askCommand(connection, { ...options, id }, out),
      ),
    );

  common(program.command("in-our-way"))
    .description("list what is in a team's way, say what is, or that it is gone; only its members see it")
    .requiredOption("--unit <slug>", "the team or group; see septet units")
    .option("--add <text>", "what is in the way, in a line")
    .option("--gone <id>", "it is there no longer")
    .option("--words <words>", "with --gone: what moved it")
    .action((options: Common & InOurWayOptions) =>
      connected(options, async (connection, out) =>
        (await import("./commands/in-our-way.ts")).inOurWayCommand(connection, options, out),
      ),
    );
}

const askOptions = (command: Command): Command =>
  command
    .option("--unit <slug>", "the team or group that asks")
    .option(
      "--to <whom>",
      "the slug of a team or group, or the id or e-mail address of somebody who leads a group above",
    )
    .option("--title <line>", "what is needed, in a line")
    .option("--why <words>", "why; all of it is seen by those who are asked")
    .option("--by <day>", "by when it matters; with --yes, by when it will be")
    .option("--seen", "you have seen it")
    .option("--yes [words]", "yes")
    .option("--no <reason>", "no, and why not")
    .option("--carried <where>", "to whom or into which forum you carried it")
    .option("--came-back <words>", "what came back")
    .option("--done [words]", "it is done")
    .option("--helped <how>", "whether it helped: yes, partly or no")
    .option("--withdraw [words]", "your team needs it no longer")
    .option("--words <words>", "words, alone or with --helped");
