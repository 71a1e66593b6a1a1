import { asc, desc, eq, getTableColumns, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import type { Found } from "./contract.ts";
import type { Part } from "./parts/part.ts";
import { gitImport, part, repository } from "./tables.ts";

export type ImportRow = typeof gitImport.$inferSelect;
export type RepositoryRow = typeof repository.$inferSelect;

export interface Wanted {
  readonly path: string;
  readonly unit: string | null;
  readonly rule: string | null;
  readonly example: boolean;
}

export async function addImport(state: StateDb, person: string, wanted: Wanted): Promise<ImportRow> {
  return state.as(person, async (tx) => {
    const [row] = await tx
      .insert(gitImport)
      .values({ ...wanted, askedBy: person })
      .returning();
    return row as ImportRow;
  });
}

export async function findImport(state: StateDb, person: string, id: string): Promise<ImportRow | undefined> {
  return state.as(person, async (tx) => (await tx.select().from(gitImport).where(eq(gitImport.id, id)))[0]);
}

/** A failure that concerns no known repository is told for this long. */
const TOLD_FOR = sql`interval '1 hour'`;

/**
 * The newest import of each folder, the newest first: of those from which a component is read, and of those that are being
 * tried or were just now.
 */
export async function latestImports(state: StateDb, person: string): Promise<ImportRow[]> {
  const rows = await state.as(person, (tx) =>
    tx
      .selectDistinctOn([gitImport.path], getTableColumns(gitImport))
      .from(gitImport)
      .leftJoin(repository, eq(repository.path, gitImport.path))
      .where(
        or(
          isNotNull(repository.component),
          inArray(gitImport.state, ["waiting", "running"]),
          gt(gitImport.startedAt, sql`now() - ${TOLD_FOR}`),
        ),
      )
      .orderBy(asc(gitImport.path), desc(gitImport.startedAt)),
  );
  return rows.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** A repository with its parts, as those who run the installation see them. */
export interface KnownRepository {
  readonly repository: RepositoryRow;
  readonly parts: readonly PartRow[];
}

/** The repository that a component is, or is a part of. */
export async function repositoryOf(
  state: StateDb,
  person: string,
  component: string,
): Promise<KnownRepository | undefined> {
  return state.as(person, async (tx) => {
    const [own] = await tx.select().from(part).where(eq(part.component, component));
    const name = own?.repository ?? component;
    const [row] = await tx.select().from(repository).where(eq(repository.component, name));
    if (!row) return undefined;
    const parts = await tx.select().from(part).where(eq(part.repository, name)).orderBy(asc(part.component));
    return { repository: row, parts };
  });
}

export interface PartRow extends Part {
  readonly repository: string;
}

/** Makes a part, or makes it anew; one of another repository stays that one's. */
export async function putPart(state: StateDb, person: string, { globs, ...row }: PartRow): Promise<void> {
  const values = { ...row, globs: [...globs] };
  await state.as(person, async (tx) => {
    await tx
      .insert(part)
      .values(values)
      .onConflictDoUpdate({
        target: part.component,
        set: values,
        setWhere: eq(part.repository, row.repository),
      });
  });
}

export async function removePart(state: StateDb, person: string, component: string): Promise<void> {
  await state.as(person, async (tx) => {
    await tx.delete(part).where(eq(part.component, component));
  });
}

/** What the work behind an import reads and writes; in the role of jobs. */
export function importWork(state: StateDb) {
  const insert = (wanted: Wanted) =>
    state.asJobs(async (tx) => (await tx.insert(gitImport).values(wanted).returning())[0] as ImportRow);
  const change = (id: string, set: Partial<ImportRow>) =>
    state.asJobs(async (tx) => {
      await tx.update(gitImport).set(set).where(eq(gitImport.id, id));
    });
  return {
    add: insert,
    begin: (id: string): Promise<ImportRow | undefined> =>
      state.asJobs(async (tx) => {
        const set = { state: "running" as const, done: 0, total: null };
        return (await tx.update(gitImport).set(set).where(eq(gitImport.id, id)).returning())[0];
      }),
    repositories: (): Promise<RepositoryRow[]> =>
      state.asJobs((tx) => tx.select().from(repository).orderBy(asc(repository.component))),
    parts: (): Promise<PartRow[]> =>
      state.asJobs((tx) => tx.select().from(part).orderBy(asc(part.component))),
    named: (id: string, known: { component: string; unit: string; movedFrom: string | null }) =>
      change(id, known),
    progress: (id: string, done: number, total: number | null) => change(id, { done, total }),
    failed: (id: string, problem: string, endedAt: Date) => change(id, { state: "failed", problem, endedAt }),
    /** Said before the first fact of a reading is stored, so that a reading that dies is known for what it is. */
    writing: (row: Omit<RepositoryRow, "before">): Promise<void> =>
      state.asJobs(async (tx) => {
        await tx
          .insert(repository)
          .values(row)
          .onConflictDoUpdate({ target: repository.component, set: row });
      }),
    /** Remembers how far the reading came and what it found, together. */
    done: (id: string, row: RepositoryRow, { found, endedAt }: { found: Found; endedAt: Date }) =>
      state.asJobs(async (tx) => {
        await tx
          .insert(repository)
          .values(row)
          .onConflictDoUpdate({ target: repository.component, set: row });
        await tx.update(gitImport).set({ state: "done", found, endedAt }).where(eq(gitImport.id, id));
      }),
  };
}

export type ImportWork = ReturnType<typeof importWork>;
