/** A statement that ClickHouse refused: its code (https://clickhouse.com/codes) and the statement's first line, never its parameters. */
export class EventsError extends Error {
  override readonly name = "EventsError";
  /** ClickHouse's code, e.g. 159 for a time-out; `undefined` where the engine was not reached. */
  readonly code: number | undefined;

  constructor(message: string, { code, cause }: { code: number | undefined; cause: unknown }) {
    super(message, { cause });
    this.code = code;
  }

  static of(cause: unknown, statement: string): EventsError {
    const { message, clickhouseCode: code } = cause as Error & { clickhouseCode?: number };
    return new EventsError(`${message} (in: ${firstLine(statement)})`, { code, cause });
  }
}

/** The first line that is no comment. */
function firstLine(statement: string): string {
  const lines = statement.split("\n").map((line) => line.trim());
  return (lines.find((line) => line !== "" && !line.startsWith("--")) ?? "").slice(0, 120);
}
