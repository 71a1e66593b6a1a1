import type { Command } from "commander";
import type { Common } from "./common-options.ts";
import type { Connection } from "./connect.ts";
import type { Output } from "./output.ts";

/** How a command is made: what all have in common, and how it gets at the product. */
export interface Commanding {
  common(command: Command): Command;
  connected(options: Common, work: (connection: Connection, out: Output) => Promise<void>): Promise<void>;
}

const APPLY = ["--apply", "make the changes; without it they are only shown"] as const;

const KINDS = [
  [
    "catalog",
    "Backstage catalogue files",
    "show what groups, people and components of a catalogue would change",
  ],
  [
    "people",
    "CSV files with the columns name, email, team, role, from, until",
    "show what lists of people and their teams would change",
  ],
] as const;

/** The commands that bring something in: `import git`, `import catalog` and their like. */
export function addImports(program: Command, { common, connected }: Commanding): void {
  const imports = program.command("import").description("bring something in");
  common(imports.command("git"))
    .argument("<path>", "a folder with a Git repository")
    .description("read a repository's history; again, it reads what is new")
    .option("--team <name>", "the team that it belongs to, made when there is none of that name")
    .option("--deployments <rule>", "how you know what is live: auto, tags:GLOB, branch:NAME or none")
    .action((path: string, options: Common & { team?: string; deployments?: string }) =>
      connected(options, async (connection, out) => {
        const { importGitCommand } = await import("./commands/import-git.ts");
        await importGitCommand(connection, { path, ...options }, out);
      }),
    );

  for (const [from, files, says] of KINDS)
    common(imports.command(from))
      .argument("<files...>", files)
      .description(says)
      .option(...APPLY)
      .action((paths: string[], options: Common & { apply?: boolean }) =>
        connected(options, async (connection, out) => {
          const { importFilesCommand } = await import("./commands/import-organisation.ts");
          await importFilesCommand(connection, { from, paths, ...options }, out);
        }),
      );

  common(imports.command("groups"))
    .description("show who would belong where by the groups of your organisation's sign-in")
    .option(...APPLY)
    .action((options: Common & { apply?: boolean }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/import-organisation.ts")).importGroupsCommand(connection, options, out),
      ),
    );

  common(imports.command("codeowners"))
    .argument("<file>", "a CODEOWNERS file of GitHub or GitLab")
    .requiredOption("--of <repository>", "the repository's component; see septet components")
    .description("list which teams it names for which paths; changes nothing")
    .action((path: string, options: Common & { of: string }) =>
      connected(options, async (connection, out) =>
        (await import("./commands/import-organisation.ts")).importCodeownersCommand(
          connection,
          { path, ...options },
          out,
        ),
      ),
    );
}
