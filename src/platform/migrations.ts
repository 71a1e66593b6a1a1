import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./errors.ts";

/** One file of a migrations folder, e.g. `0001_roles.sql`. Files are never edited once they were released; a new one follows. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** What a store remembers of a file that it ran. */
export interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** What both stores offer to the one runner, from inside whatever lock they hold. */
export interface MigrationTarget {
  applied(): Promise<readonly Applied[]>;
  /** Runs the file and remembers it. */
  apply(migration: Migration): Promise<void>;
}

/** The folder's files in order; other files in it are left alone. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const path = fileURLToPath(folder);
  const names = (await readdir(path)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(path, name), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/** Runs what is still to run, in order; gives the names of the files that it ran. */
export async function migrate(migrations: readonly Migration[], target: MigrationTarget): Promise<string[]> {
  const pending = pendingMigrations(migrations, await target.applied());
  for (const migration of pending) await target.apply(migration);
  return pending.map(({ name }) => name);
}

/** The files not yet run. Refuses where the store and the files tell two different histories. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (!migration)
      refuse(
        `The data was written by a newer version of Septet: its migration ${name} is unknown here. Start that version.`,
      );
    if (migration.checksum !== checksum)
      refuse(`The migration ${name} was changed after it had run. Put it back and add a new file instead.`);
  }
  const done = new Set(applied.map(({ name }) => name));
  const last = [...done].sort().at(-1) ?? "";
  const pending = migrations.filter(({ name }) => !done.has(name));
  const late = pending.find(({ name }) => name < last);
  if (late)
    refuse(
      `The migration ${late.name} comes before ${last}, which has run already. Give it the next number.`,
    );
  return pending;
}

/** One number for a whole history, to name what was made from it. */
export const fingerprintOf = (migrations: readonly Migration[]): string =>
  checksumOf(migrations.map(({ name, checksum }) => `${name} ${checksum}`).join("\n"));

/** Line ends do not count: a checkout may change them. */
const checksumOf = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");

function refuse(detail: string): never {
  throw new Failure("conflict", { detail });
}
