import { Command, CommanderError } from "commander";
import { type Config, readConfig } from "../platform/config.ts";
import { problemOf } from "../platform/errors.ts";
import { ProblemError } from "../platform/http/ask.ts";
import { version } from "../platform/version.ts";
import { addAsks } from "./asks.ts";
import type { PartOptions } from "./commands/parts.ts";
import type { Common } from "./common-options.ts";
import { type Connection, connect } from "./connect.ts";
import { addDecisions } from "./decisions.ts";
import { addForums } from "./forums.ts";
import { addImports } from "./imports.ts";
import { addLoops } from "./loops.ts";
import { type Output, output, problemWords } from "./output.ts";
import { addReminders } from "./reminders.ts";
import { addSearch } from "./search.ts";
import { onStopSignals } from "./stop-signals.ts";

const program = new Command("septet")
  .description("Feedback loops with which engineering teams improve by themselves.")
  .version(version)
  .showHelpAfterError("Add --help to see how it is used.")
  .exitOverride();

common(program.command("start"))
  .description("start Septet here, and read the Git repository that this is")
  .option("--repo <path>", "read this repository instead; may be given several times", collect, [])
  .option("--team <name>", "the team that it belongs to, made when there is none of that name")
  .option("--no-import", "read nothing")
  .option("--port <n>", "the port to listen on (7377, or a free one where that is taken)")
  .action((options: Common & { repo: string[]; team?: string; import: boolean }) =>
    run(options, async (out, config) => {
      const { startCommand } = await import("./commands/start.ts");
      await startCommand(config, options, out);
    }),
  );

addImports(program, { common, connected: beginning });
addLoops(program, { common, connected });
addAsks(program, { common, connected });
addDecisions(program, { common, connected });
addForums(program, { common, connected });
addReminders(program, { common, connected });
addSearch(program, { common, connected });

common(program.command("parts"))
  .argument("<repository>", "its name, or that of one of its parts; see septet components")
  .description("list the parts of a repository that are components of their own")
  .action((repository: string, options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/parts.ts")).partsCommand(connection, repository, out),
    ),
  );

common(program.command("part"))
  .argument("<name>", "what the part is called as a component, like shop/web")
  .description("make paths of a repository a component of its own, or change which")
  .option("--of <repository>", "the repository; need not be said where the part is known")
  .option("--paths <glob...>", "which paths are its own, as in .gitignore: apps/web/ 'packages/ui/**' '*.tf'")
  .option(
    "--deployments <rule>",
    "how you know what is live of it, like 'tags:web@*'; without it, as its repository",
  )
  .option("--unit <slug>", "the team or group that owns it; without it, those who own the repository")
  .option("--remove", "give its changes back to the repository")
  .action((name: string, options: Common & Omit<PartOptions, "name">) =>
    connected(options, async (connection, out) =>
      (await import("./commands/parts.ts")).partCommand(connection, { name, ...options }, out),
    ),
  );

common(program.command("units"))
  .description("list the organisation, its groups and its teams")
  .action((options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/units.ts")).unitsCommand(connection, out),
    ),
  );

common(program.command("people"))
  .description("list people with where they belong")
  .option("--search <part>", "only those with this in their name")
  .option("--archived", "also those who were archived")
  .action((options: Common & { search?: string; archived?: boolean }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/people.ts")).peopleCommand(connection, options, out),
    ),
  );

common(program.command("appoint"))
  .argument("<person>", "the person's id; see septet people")
  .option("--take-back", "they run it no longer")
  .description("say that somebody runs the installation; it gives no sight of what is a team's own")
  .action((person: string, options: Common & { takeBack?: boolean }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/people.ts")).appointCommand(connection, { person, ...options }, out),
    ),
  );

common(program.command("components"))
  .description("list what the organisation has, with who owns it")
  .option("--search <part>", "only those with this in their name")
  .option("--unowned", "only those that nobody has claimed")
  .option("--archived", "also those that were archived")
  .action((options: Common & { search?: string; unowned?: boolean; archived?: boolean }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/components.ts")).componentsCommand(connection, options, out),
    ),
  );

common(program.command("own"))
  .argument("<component>", "its name; made known where it is not")
  .requiredOption("--unit <slug>", "the team or group that owns it; see septet units")
  .option(
    "--from <day>",
    "the first day; without it the beginning for a first claim, and today for a later one",
  )
  .description("say who owns a component")
  .action((component: string, options: Common & { unit: string; from?: string }) =>
    beginning(options, async (connection, out) =>
      (await import("./commands/components.ts")).ownCommand(connection, { component, ...options }, out),
    ),
  );

common(program.command("share"))
  .argument("<measure>", "which measure; see septet measures")
  .requiredOption("--unit <slug>", "the team or group whose own it is")
  .requiredOption("--with <slug>", "the unit above it whose people may see it")
  .description("share a measure's figures with a unit above; its rows are never shared")
  .action((measure: string, options: Common & { unit: string; with: string }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/share.ts")).shareCommand(connection, { measure, ...options }, out),
    ),
  );

common(program.command("unshare"))
  .argument("<measure>", "which measure")
  .requiredOption("--unit <slug>", "the team or group whose own it is")
  .description("take back what was shared")
  .action((measure: string, options: Common & { unit: string }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/share.ts")).shareCommand(
        connection,
        { measure, ...options, with: null },
        out,
      ),
    ),
  );

common(program.command("purpose"))
  .requiredOption("--unit <slug>", "the team or group; see septet units")
  .option(
    "--write <sentence>",
    "what it is from now on, like “We … so that …”; what it was stays in its history",
  )
  .description("read what a team is there for, or write it, in one sentence")
  .action((options: Common & { unit: string; write?: string }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/purpose.ts")).purposeCommand(connection, options, out),
    ),
  );

common(program.command("export"))
  .option("--out <file>", "the archive's file", "septet-archive.zip")
  .description(
    "write everything that is held about you into one archive; with --as, about somebody else for them",
  )
  .action((options: Common & { out: string }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/held.ts")).exportCommand(connection, options, out),
    ),
  );

common(program.command("erase"))
  .argument("<person>", "the person's id; see septet people")
  .option("--yes", "without it, nothing is done")
  .description("erase a person: account, memberships, and what leads from their name to what they did")
  .action((person: string, options: Common & { yes?: boolean }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/held.ts")).eraseCommand(connection, { person, ...options }, out),
    ),
  );

common(program.command("log"))
  .option("--unit <slug>", "only what is about this team or group")
  .description("list what was done that you have a right to know of: about you, your teams, or by you")
  .action((options: Common & { unit?: string }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/log.ts")).logCommand(connection, options, out),
    ),
  );

common(program.command("measures"))
  .description("list the measures with their definitions")
  .action((options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/measures.ts")).measuresCommand(connection, out),
    ),
  );

common(program.command("measure"))
  .argument("<id>", "which measure; see septet measures")
  .description("show a measure of a team, group or organisation over time")
  .option("--unit <slug>", "whose; see septet units", "organisation")
  .option("--from <day>", "first day, like 2026-01-31")
  .option("--to <day>", "last day")
  .option("--every <period>", "day, week or month")
  .option("--rows", "also list what went in, and what was left out and why")
  .action(
    (
      id: string,
      options: Common & { unit: string; from?: string; to?: string; every?: string; rows?: boolean },
    ) =>
      connected(options, async (connection, out) => {
        const { unit, from, to, every, rows } = options;
        const asked = { id, unit, ...defined({ from, to, every, rows }) };
        await (await import("./commands/measure.ts")).measureCommand(connection, asked, out);
      }),
  );

common(program.command("sign-in-link"))
  .description("print a new link that signs you in to the running Septet, once")
  .option("--for <email>", "a link for the person whose account has this address")
  .option("--new-password", "a link with which a new password is chosen, for who forgot theirs")
  .action((options: Common & { for?: string; newPassword?: boolean }) =>
    connected(options, async (connection, out) =>
      (await import("./commands/sign-in-link.ts")).signInLinkCommand(connection, options, out),
    ),
  );

const tokens = program.command("token").description("let programs in: API tokens that act as you");
common(tokens.command("create"))
  .description("make a token; it is shown this once")
  .requiredOption("--name <name>", "what it is for")
  .requiredOption("--scope <scope>", "ingest, read or admin; may be given several times", collect, [])
  .option("--expires <day>", "the last day on which it is good, like 2026-12-31")
  .action((options: Common & { name: string; scope: string[]; expires?: string }) =>
    beginning(options, async (connection, out) =>
      (await import("./commands/token.ts")).createTokenCommand(connection, options, out),
    ),
  );
common(tokens.command("list"))
  .description("list your tokens")
  .action((options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/token.ts")).listTokensCommand(connection, out),
    ),
  );
common(tokens.command("revoke"))
  .argument("<id>", "which one; see septet token list")
  .description("make a token useless")
  .action((id: string, options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/token.ts")).revokeTokenCommand(connection, id, out),
    ),
  );

const keys = program.command("keys").description("see to the key under which secrets are kept");
common(keys.command("rotate"))
  .description("take a new key; works while Septet runs, and nobody has to sign in again")
  .action((options: Common) =>
    connected(options, async (connection, out) =>
      (await import("./commands/keys.ts")).rotateKeysCommand(connection, out),
    ),
  );
common(keys.command("reset"))
  .description(
    "begin anew where the key is lost: everybody signs in again, people in events get new pseudonyms",
  )
  .option("--yes", "do it")
  .action((options: Common & { yes?: boolean }) =>
    run(options, async (out, config) =>
      (await import("./commands/keys.ts")).resetKeysCommand(config, options.yes ?? false, out),
    ),
  );

common(program.command("doctor"))
  .description("look at everything that Septet stands on, and say what to do")
  .action((options: Common) =>
    run(options, async (out, config) => {
      const ok = await (await import("./commands/doctor.ts")).doctorCommand(config, out);
      if (!ok) process.exitCode = 1;
    }),
  );

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said already what was wrong with the words.
  process.exitCode = error instanceof CommanderError ? error.exitCode : tell(error);
}

/** What every command takes. */
function common(command: Command): Command {
  return command
    .option("--json", "one line of JSON on standard output, for programs")
    .option("--data <dir>", "the data directory (.septet)")
    .option(
      "--as <person>",
      "act in the name of a person (id or e-mail address); it is written into their log",
    );
}

async function run(options: Common, work: (out: Output, config: Config) => Promise<void>): Promise<void> {
  const { data, port } = options;
  await work(
    output(options.json ?? false),
    readConfig(undefined, defined({ data, port }) as { data?: string; port?: string }),
  );
}

type Work = (connection: Connection, out: Output) => Promise<void>;

/** For what makes sense only where something is kept already. */
function connected(options: Common, work: Work): Promise<void> {
  return connecting(options, { begins: false, work });
}

/** For what may be the first that is kept. */
function beginning(options: Common, work: Work): Promise<void> {
  return connecting(options, { begins: true, work });
}

async function connecting(options: Common, { begins, work }: { begins: boolean; work: Work }): Promise<void> {
  await run(options, async (out, config) => {
    const connection = await connect(config, out, { as: options.as, begins });
    const forget = closeOnSignals(connection, out);
    try {
      await work(connection, out);
    } finally {
      forget();
      await connection.close();
    }
  });
}

/** Told to stop, a command closes what it opened; told again, it ends at once, and the next one recovers. */
function closeOnSignals(connection: Connection, out: Output): () => void {
  return onStopSignals(() => {
    out.say("Stopping …");
    void connection.close().finally(() => process.exit(130));
  });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** Says an error to people, and to programs as a problem document; what nobody foresaw comes with its trace. Gives the exit code. */
function tell(error: unknown): number {
  const problem = error instanceof ProblemError ? error.problem : problemOf(error);
  const foreseen = problem.code !== "unexpected" || error instanceof ProblemError;
  const title = foreseen ? (error as Error).message : String((error as Error).stack ?? error);
  process.stderr.write(`${problemWords(title, problem.errors)}\n`);
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(problem)}\n`);
  return 1;
}
