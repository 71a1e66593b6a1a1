import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { Failure } from "./errors.ts";

/** Asked for when nothing else is; where another program has it, a free one is taken instead. */
export const USUAL_PORT = 7377;

const setting = <S extends z.ZodType>(schema: S, env: string, description: string) =>
  schema.meta({ env, description });

const HTTPS = "Write it like https://login.example.org.";
const HOPS = "Write how many proxies stand before Septet, from 0 to 9.";
const yesOrNo = z.enum(["true", "false"], "Write true or false.").transform((text) => text === "true");
const aPort = "Write a number from 0 to 65535.";
/** A PostgreSQL address. */
const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "Write it like postgres://user:password@host:5432/database.");

/** A setting that makes no sense without others is refused. */
const together = (settings: z.output<typeof Settings>, context: z.RefinementCtx) => {
  const { oidcIssuer, oidcClientId, oidcClientSecret } = settings;
  const given = { oidcIssuer, oidcClientId, oidcClientSecret };
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length === 0 || missing.length === Object.keys(given).length) return;
  for (const [key] of missing)
    context.addIssue({
      code: "custom",
      path: [key],
      message: "Is needed with the other SEPTET_OIDC settings.",
    });
};

/** Every setting of an installation: its name in the environment, what it is for and what holds without it. */
const Settings = z.object({
  data: setting(
    z.string().default(".septet"),
    "SEPTET_DATA",
    "The directory that holds everything; made where it is missing.",
  ),
  host: setting(
    z.string().default("127.0.0.1"),
    "SEPTET_HOST",
    "The address to listen on; 0.0.0.0 is reachable by others.",
  ),
  port: setting(
    z.coerce.number(aPort).int(aPort).min(0, aPort).max(65535, aPort).optional(),
    "SEPTET_PORT",
    `The port to listen on. Without it ${USUAL_PORT}, or a free one where that is taken.`,
  ),
  publicUrl: setting(
    z.url({ protocol: /^https?$/, error: "Write it like https://septet.example.org." }).optional(),
    "SEPTET_PUBLIC_URL",
    "The address that people's browsers see, where it is not the one that is listened on.",
  ),
  log: setting(
    z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("warn"),
    "SEPTET_LOG",
    "How much to log, on standard error: trace, debug, info, warn, error or silent.",
  ),
  keyFile: setting(
    z.string().optional(),
    "SEPTET_KEY_FILE",
    "Where the key is kept under which secrets are sealed. Without it in the data directory; keep a copy apart from that of the database.",
  ),
  trustProxy: setting(
    z.coerce.number(HOPS).int(HOPS).min(0, HOPS).max(9, HOPS).default(0),
    "SEPTET_TRUST_PROXY",
    "How many proxies of yours stand before Septet; that many addresses at the end of X-Forwarded-For are believed.",
  ),
  smtpUrl: setting(
    z
      .url({ protocol: /^smtps?$/, error: "Write it like smtps://user:password@mail.example.org." })
      .optional(),
    "SEPTET_SMTP_URL",
    "The server that sends mail: invitations, links for a forgotten password, and reminders. Without it, links are passed on by hand.",
  ),
  mailFrom: setting(z.string().default("septet@localhost"), "SEPTET_MAIL_FROM", "Whom mail is from."),
  webhookHosts: setting(
    z
      .string()
      .default("")
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .pipe(z.array(z.string().regex(/^[\w.:[\]-]+$/, "Write names of hosts, like chat.example.internal."))),
    "SEPTET_WEBHOOK_HOSTS",
    "Hosts inside your own network that teams may have reminders posted to, like chat.example.internal; also without TLS. Others must be public, over https.",
  ),
  oidcIssuer: setting(
    z.url({ protocol: /^https?$/, error: HTTPS }).optional(),
    "SEPTET_OIDC_ISSUER",
    "The address of your organisation's sign-in (OpenID Connect), exactly as it names itself.",
  ),
  oidcClientId: setting(
    z.string().optional(),
    "SEPTET_OIDC_CLIENT_ID",
    "The name under which Septet is known there. Its callback is SEPTET_PUBLIC_URL/api/sign-in/callback.",
  ),
  oidcClientSecret: setting(
    z.string().optional(),
    "SEPTET_OIDC_CLIENT_SECRET",
    "The secret that belongs to it.",
  ),
  oidcName: setting(
    z.string().optional(),
    "SEPTET_OIDC_NAME",
    "What the button says after “Sign in with”. Without it, “your organisation”.",
  ),
  oidcGroupsClaim: setting(
    z.string().default("groups"),
    "SEPTET_OIDC_GROUPS_CLAIM",
    "The claim that lists a person's groups.",
  ),
  oidcOpen: setting(
    yesOrNo.default(false),
    "SEPTET_OIDC_OPEN",
    "Whether everybody whom that sign-in lets in may come in; otherwise only who is known or invited.",
  ),
  databaseUrl: setting(
    postgres.optional(),
    "DATABASE_URL",
    "A PostgreSQL server for the state, logged in to as a role that owns nothing. Without it the state is kept in the data directory.",
  ),
  databaseOwnerUrl: setting(
    postgres.optional(),
    "DATABASE_OWNER_URL",
    "The same database as the role that owns it, for migrations at start. Without it DATABASE_URL is used.",
  ),
});

export type Config = z.output<typeof Settings>;
type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, from `overrides` (the command line), else the environment, else `.env`. Stops with one list of all that is wrong. */
export function readConfig(
  env: Environment = { ...writtenHere(), ...process.env },
  overrides: Partial<z.input<typeof Settings>> = {},
): Config {
  const fromEnv = settings().map(({ key, env: name }) => [key, env[name] || undefined] as const);
  const given = [...fromEnv, ...Object.entries(overrides)].filter(([, value]) => value !== undefined);
  const read = Settings.superRefine(together).safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  throw misconfigured(read.error, overrides);
}

/** Where settings may be written down, in the folder that one stands in. */
const FILE = ".env";

/**
 * What is written in `.env` here. A file that names no setting of Septet's own is another program's, and its `DATABASE_URL` is
 * that program's database: nothing of it counts.
 */
function writtenHere(): Environment {
  const written = parseEnv(textOf(FILE));
  return Object.keys(written).some((name) => name.startsWith("SEPTET_")) ? written : {};
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR") return "";
    throw new Failure("not_readable", { detail: `The settings in ${file} cannot be read (${code}).` });
  }
}

const HEAD = `# Copy this to ${FILE} in the folder in which you start Septet. What is set in the environment counts before what stands here.
`;

/** What `.env.example` says. */
export function envExample(): string {
  const lines = settings()
    .map(
      ({ env, description, usual }) =>
        `# ${description}\n${usual === undefined ? "# " : ""}${env}=${usual ?? ""}\n`,
    )
    .join("\n");
  return `${HEAD}\n${lines}`;
}

/** Every setting with its name in the environment, for the documentation. */
export function settings(): { key: string; env: string; description: string; usual: string | undefined }[] {
  return Object.entries(Settings.shape).map(([key, schema]) => {
    const { env, description } = schema.meta() as { env: string; description: string };
    const usual = schema.safeParse(undefined).data;
    return { key, env, description, usual: usual === undefined ? undefined : String(usual) };
  });
}

function misconfigured({ issues }: z.ZodError, overrides: object): Failure {
  const names = new Map(settings().map(({ key, env }) => [key, env]));
  const errors = issues.map(({ path, message }) => {
    const key = String(path[0]);
    const name = (overrides as Record<string, unknown>)[key] === undefined ? names.get(key) : `--${key}`;
    return { pointer: `/${key}`, detail: `${name}: ${message}` };
  });
  const detail = `The configuration is not right.\n${errors.map((error) => `  ${error.detail}`).join("\n")}`;
  return new Failure("bad_input", { detail, errors });
}

/**
 * The machine's time zone, by its IANA name; UTC where the environment names one that nobody knows. That is then mended for
 * this process, as the events store would not open under it.
 */
export function machineTimeZone(): string {
  const named: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (isTimeZone(named)) return named;
  process.env.TZ = "UTC";
  return "UTC";
}

/** Whether periods can be counted in it. */
export function isTimeZone(name: string | undefined): name is string {
  if (!name) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "Etc/Unknown";
  } catch {
    return false;
  }
}
