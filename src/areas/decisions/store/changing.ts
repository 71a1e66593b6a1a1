import { and, desc, eq } from "drizzle-orm";
import { recordAudit } from "../../../core/audit/store.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { audiencesOf } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { restated } from "../files/store/restated.ts";
import { merged } from "../merged.ts";
import { canBeRemoved } from "../stand.ts";
import { decision, version } from "../tables.ts";
import type { Level, Status, Undone } from "../values.ts";
import { namesOf } from "./adding.ts";
import { type DecisionAt, decisionAt, hold, ownDecisionAt } from "./decisions.ts";

export interface Change {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly status?: Status | undefined;
  readonly date?: string | null | undefined;
  readonly deciders?: readonly string[] | undefined;
  readonly consulted?: readonly string[] | undefined;
  readonly informed?: readonly string[] | undefined;
  readonly reviewBy?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly level?: Level | null | undefined;
  readonly undone?: Undone | null | undefined;
}

interface Changing {
  readonly id: string;
  /** From which it was written. */
  readonly version: number | undefined;
  readonly change: Change;
  readonly now: number;
}

/** Changes a decision. What somebody else wrote in the meantime is kept: both are put together, or who comes second is told. */
export async function changeOne(
  tx: Tx,
  me: string,
  { id, version: from, change, now }: Changing,
): Promise<DecisionAt> {
  await hold(tx, id);
  const { seen } = await ownDecisionAt(tx, me, id);
  const { row } = seen;
  const written = await writtenBeside(tx, { seen, from, change });
  const fields = { ...settled(change, written), ...(await statusSet(tx, me, { seen, change, now })) };
  const set = { ...fields, ...(await restated(tx, seen, fields)) };
  const words = "title" in set || "body" in set || "status" in set;
  if (Object.keys(set).length === 0) return decisionAt(tx, me, id);
  const next = row.version + (words ? 1 : 0);
  await tx
    .update(decision)
    .set({ ...set, version: next })
    .where(eq(decision.id, id));
  if (words)
    await tx.insert(version).values({
      ...{ decision: id, version: next, writtenBy: me, writtenAt: new Date(now) },
      ...{ title: set.title ?? row.title, body: set.body ?? row.body, status: set.status ?? row.status },
    });
  return decisionAt(tx, me, id);
}

interface Beside {
  readonly seen: DecisionAt["seen"];
  readonly from: number | undefined;
  readonly change: Change;
}

/** Title and text as they become, where others may have written since. */
async function writtenBeside(tx: Tx, { seen: { row }, from, change }: Beside) {
  if (from === undefined || from === row.version) return { title: change.title, body: change.body };
  const [base] = await tx
    .select({ version: version.version, title: version.title, body: version.body })
    .from(version)
    .where(and(eq(version.decision, row.id), eq(version.version, from)));
  if (base === undefined) failField("/version", `There is no version ${from}. The latest is ${row.version}.`);
  return {
    title:
      change.title === undefined
        ? undefined
        : mergedOr(base.title, change.title, { theirs: row.title, at: "/title" }),
    body:
      change.body === undefined
        ? undefined
        : mergedOr(base.body, change.body, { theirs: row.body, at: "/body" }),
  };
}

function mergedOr(base: string, mine: string, { theirs, at }: { theirs: string; at: string }): string {
  return (
    merged(base, mine, theirs) ??
    failField(
      at,
      "Somebody else changed the same lines in the meantime. Nothing of yours is lost: look at theirs, and put both together.",
      "conflict",
    )
  );
}

type Set = Partial<Omit<typeof decision.$inferInsert, "id">>;

/** Only what is given. */
function settled(
  change: Change,
  { title, body }: { title: string | undefined; body: string | undefined },
): Set {
  const { date, deciders, consulted, informed, reviewBy, kind, level, undone } = change;
  const given = {
    ...{ title, body, decidedOn: date, reviewBy, kind, level, undone },
    ...{
      deciders: deciders && [...deciders],
      consulted: consulted && [...consulted],
      informed: informed && [...informed],
    },
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

interface Standing {
  readonly seen: DecisionAt["seen"];
  readonly change: Change;
  readonly now: number;
}

/** What follows from another status: since when it has it, and on which day and by whom it was decided. */
async function statusSet(tx: Tx, me: string, { seen, change, now }: Standing): Promise<Set> {
  const { status } = change;
  const { row, timeZone } = seen;
  if (status === undefined || status === row.status) return {};
  const at = new Date(now);
  const settles = status === "accepted" || status === "rejected";
  return {
    ...{ status, rawStatus: null, statusSince: at },
    ...(row.proposedAt === null && status !== "draft" && !isUnknownSince(row) ? { proposedAt: at } : {}),
    ...(settles && change.date === undefined ? { decidedOn: dayAt(now, timeZone).toString() } : {}),
    ...(settles && row.deciders.length === 0 && change.deciders === undefined
      ? { deciders: await namesOf(tx, me) }
      : {}),
  };
}

/** One that came from a file as a proposal was proposed on a day that nobody knows. */
const isUnknownSince = ({ source, status }: DecisionAt["seen"]["row"]): boolean =>
  source !== null && status !== "draft";

/** Opens a decision to a unit above (its slug), or takes it back (null); both are told in the log. */
export async function openOne(
  tx: Tx,
  me: string,
  { id, audience }: { id: string; audience: string | null },
): Promise<DecisionAt> {
  const { seen, standing } = await ownDecisionAt(tx, me, id);
  const { unit } = seen;
  if (unit === null)
    fail("conflict", "What you decide for yourself is opened to nobody. Write it down for a team instead.");
  const possible = audiencesOf(standing.units, unit);
  const to = audience === null ? null : possible.find(({ slug }) => slug === audience);
  if (to === undefined)
    failField(
      "/audience",
      `It can be opened to one of these: ${possible.map(({ slug }) => slug).join(", ") || "none"}.`,
    );
  if ((to?.id ?? null) === seen.row.audience) return { seen, standing };
  await tx
    .update(decision)
    .set({ audience: to?.id ?? null })
    .where(eq(decision.id, id));
  const about = { aboutUnit: unit.id };
  if (seen.audience)
    await recordAudit(tx, me, {
      action: "decision.taken-back",
      ...about,
      detail: { from: seen.audience.slug },
    });
  if (to) await recordAudit(tx, me, { action: "decision.opened", ...about, detail: { with: to.slug } });
  return decisionAt(tx, me, id);
}

const STAYS = "What was put forward stays on record. Reject it, or say that it is no longer held to.";

/** Throws a draft away, or something of one's own. */
export async function removeOne(tx: Tx, me: string, id: string): Promise<void> {
  const { seen } = await ownDecisionAt(tx, me, id);
  if (!canBeRemoved(seen.row)) fail("conflict", STAYS);
  const gone = await tx.delete(decision).where(eq(decision.id, id));
  if (gone.rowCount === 0) fail("conflict", STAYS);
}

/** Every version, the newest first. */
export async function versionsOf(tx: Tx, me: string, id: string) {
  await ownDecisionAt(tx, me, id);
  return tx
    .select({ row: version, by: { id: person.id, name: person.name } })
    .from(version)
    .leftJoin(person, eq(person.id, version.writtenBy))
    .where(eq(version.decision, id))
    .orderBy(desc(version.version));
}
