import type { Command } from "commander";
import type { ExportRecordsOptions, ImportRecordsOptions } from "./commands/decision-files.ts";
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
  addFiles(decisions, { common, connected });
}

/** Records as files: in, and out again. */
function addFiles(decisions: Command, { common, connected }: Commanding): void {
  common(decisions.command("import"))
    .argument("[path]", "a folder with records, or a zip or tar archive of one")
    .description("bring in records of decisions, in whatever dialect; again, what is new there")
    .requiredOption("--unit <slug>", "the team or group whose they are")
    .option("--name <name>", "what the folder or archive is known by; without it, its own and its parent's")
    .option("--git <repository>", "read them from a repository that the team owns; see septet components")
    .option("--folder <folder>", "with --git: where they are; without it, the usual places")
    .option("--preview", "say what would change, and change nothing")
    .action((path: string | undefined, options: Common & ImportRecordsOptions) =>
      connected(options, async (connection, out) =>
        (await import("./commands/decision-files.ts")).importRecordsCommand(
          connection,
          { ...options, path },
          out,
        ),
      ),
    );
  common(decisions.command("export"))
    .argument("[folder]", "where to write; not needed with --branch")
    .description("write decisions as MADR files, as pages to read anywhere, as a patch or on a new branch")
    .requiredOption("--unit <slug>", "the team or group whose they are")
    .option("--site", "pages in place of files")
    .option("--patch", "what was written here since the files were read, as decisions.patch in the folder")
    .option(
      "--branch <name>",
      "the same as a commit on a new branch of the repository that they were read from",
    )
    .option(
      "--source <id>",
      "with --patch or --branch: where the files are kept, if that is in several places",
    )
    .option("--overwrite", "write over files that say something else")
    .action((folder: string | undefined, options: Common & ExportRecordsOptions) =>
      connected(options, async (connection, out) =>
        (await import("./commands/decision-files.ts")).exportRecordsCommand(
          connection,
          { ...options, folder },
          out,
        ),
      ),
    );
}
