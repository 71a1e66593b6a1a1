import { destination, type Logger, pino } from "pino";
import pretty from "pino-pretty";

export type Log = Pick<Logger, "trace" | "debug" | "info" | "warn" | "error"> & {
  child(fields: object): Log;
};

/** Never in the log, wherever they stand in what is logged. */
const secret = [
  "password",
  "token",
  "secret",
  "authorization",
  "cookie",
  "key",
  "smtpUrl",
  "oidcClientSecret",
  "code_verifier",
  "databaseUrl",
  "databaseOwnerUrl",
  "signInUrl",
];
const redact = {
  paths: secret.flatMap((name) => [
    name,
    `*.${name}`,
    `*.*.${name}`,
    `*["set-${name}"]`,
    `*.*["set-${name}"]`,
  ]),
  censor: "[left out]",
};

export interface LogOptions {
  readonly level: string;
  /** Lines for people instead of JSON. */
  readonly forPeople?: boolean;
  /** Where lines go, in tests. */
  readonly to?: { write(line: string): unknown };
}

/** The log. It goes to standard error, always: standard output belongs to answers. */
export function openLog({ level, forPeople = process.stderr.isTTY, to }: LogOptions): Log {
  const stderr = () =>
    forPeople
      ? pretty({ destination: 2, sync: true, ignore: "pid,hostname" })
      : destination({ dest: 2, sync: true });
  const options = {
    level,
    redact,
    base: null,
    serializers: { err: described },
    hooks: { streamWrite: withoutPasswords },
  };
  return pino(options, to ?? stderr());
}

/** A log that says nothing. */
export const quietLog: Log = pino({ level: "silent" });

/**
 * An error without what people wrote: Drizzle puts a statement's parameters into its message, PostgreSQL puts values into its
 * messages about data (codes of class 22) and into `detail`. So only these fields are told.
 */
function described(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const frames = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) };
  return {
    type: error.constructor.name,
    message: messageOf(error, code),
    code,
    table,
    constraint,
    stack: frames,
    ...cause,
  };
}

function messageOf({ message }: Error, code: unknown): string {
  const withoutParameters = message.replace(/\nparams:[\s\S]*/, "");
  return /^22...$/.test(String(code)) ? withoutParameters.replace(/"[\s\S]*"/, '"…"') : withoutParameters;
}

/** `postgres://user:password@host` in the middle of a text. */
const withoutPasswords = (line: string): string => line.replace(/(\w+:\/\/[^:@\s/"]*):[^@\s/"]+@/g, "$1:…@");
