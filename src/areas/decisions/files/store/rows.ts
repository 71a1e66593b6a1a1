import { and, eq, inArray, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { advice, decision, expectation, version } from "../../tables.ts";
import type { Incoming } from "../reading.ts";
import type { FileValues } from "../values.ts";

/** By whom, when, and for which source rows are written. */
export interface Writing {
  readonly me: string;
  readonly unit: string;
  readonly source: string;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
}

/** So many rows go into one statement, far below what its parameters allow. */
const AT_ONCE = 500;

async function inPieces<T>(rows: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await work(rows.slice(at, at + AT_ONCE));
}

/** The middle of a day, where the decision is. */
const noonOf = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: "12:00" }).epochMilliseconds);

/** New decisions; since when they have their status is told by their files, or by nothing. */
export async function addRows(
  tx: Tx,
  files: readonly Incoming[],
  writing: Writing,
): Promise<Map<string, string>> {
  const { me, unit, source, now, timeZone } = writing;
  const ids = new Map<string, string>();
  await inPieces([...files.entries()], async (some) => {
    const rows = await tx
      .insert(decision)
      .values(
        some.map(([n, { path, bytes, values, problems }]) => ({
          ...{ unit, source, path, file: bytes, problems: [...problems], createdBy: me },
          // In the order of the folder, the last of it the newest.
          createdAt: new Date(now + n),
          ...columnsOf(values, { now, timeZone }),
        })),
      )
      .returning({ id: decision.id, path: decision.path });
    for (const { id, path } of rows) ids.set(path ?? "", id);
  });
  const known = files.map((file) => ({ id: ids.get(file.path) as string, version: 1, values: file.values }));
  await addVersions(tx, known, writing);
  await addHanging(tx, known, writing);
  return ids;
}

/** What a file's values are in a decision's columns. */
export function columnsOf(values: FileValues, { now, timeZone }: { now: number; timeZone: string }) {
  const { title, status, rawStatus, decidedOn, proposedOn, deciders, consulted, informed, reviewBy, body } =
    values;
  const since = decidedOn ?? proposedOn;
  return {
    ...{ title, status, rawStatus, decidedOn, reviewBy, body },
    ...{ deciders: [...deciders], consulted: [...consulted], informed: [...informed] },
    statusSince: since === null ? new Date(now) : noonOf(since, timeZone),
    proposedAt: status === "proposed" && proposedOn !== null ? noonOf(proposedOn, timeZone) : null,
  };
}

export interface VersionOf {
  readonly id: string;
  readonly version: number;
  readonly values: FileValues;
}

export async function addVersions(tx: Tx, all: readonly VersionOf[], { me, now }: Writing): Promise<void> {
  await inPieces(all, (some) =>
    tx.insert(version).values(
      some.map(({ id, version: number, values: { title, status, body } }) => ({
        ...{ decision: id, version: number, title, status, body, writtenBy: me, writtenAt: new Date(now) },
      })),
    ),
  );
}

interface HangingOf {
  readonly id: string;
  readonly values: Pick<FileValues, "expects" | "advice" | "decidedOn" | "proposedOn">;
}

/** What is expected, and advice by name with what was done about it, each in its order. */
export async function addHanging(
  tx: Tx,
  all: readonly HangingOf[],
  { me, now, timeZone }: Writing,
): Promise<void> {
  const expects = all.flatMap(({ id, values }) =>
    values.expects.map((one) => ({ ...one, decision: id, addedBy: me, addedAt: new Date(now) })),
  );
  await inPieces(expects, (some) => tx.insert(expectation).values(some));
  const advised = all.flatMap(({ id, values }) => {
    const day = values.decidedOn ?? values.proposedOn;
    const at = day === null ? now : noonOf(day, timeZone).getTime();
    return values.advice.map((one, n) => ({ ...one, decision: id, at: new Date(at + n) }));
  });
  await inPieces(advised, (some) =>
    tx.insert(advice).values(
      some.map(({ decision: id, name, capacity, said, taken, takenWhy, at }) => ({
        ...{ decision: id, name, capacity, said, askedBy: me, askedAt: at, saidAt: at },
        ...{ taken, takenWhy, takenAt: at },
      })),
    ),
  );
}

/** What a file no longer expects goes, as far as nothing has come of it. */
export async function removeExpected(tx: Tx, id: string, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  await tx
    .delete(expectation)
    .where(
      and(
        eq(expectation.decision, id),
        isNull(expectation.came),
        inArray(expectation.statement, [...statements]),
      ),
    );
}
