import { destination, type Logger, pino, stdSerializers } from "pino";
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

/** Drizzle writes a statement's parameters into the message; they may be anything that people wrote. */
function described(error: Error): object {
  const { message, stack, ...rest } = stdSerializers.err(error) as { message: string; stack: string };
  return { ...rest, message: withoutParameters(message), stack: withoutParameters(stack) };
}

const withoutParameters = (text = ""): string => text.replace(/\nparams:[^\n]*/g, "");

/** `postgres://user:password@host` in the middle of a text. */
const withoutPasswords = (line: string): string => line.replace(/(\w+:\/\/[^:@\s/"]*):[^@\s/"]+@/g, "$1:…@");
