import { and, eq, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readStanding, type Standing } from "../../../core/loops/store/loops.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { subtree } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { ListedLinkKind } from "../links/contract.ts";
import { decision, link } from "../tables.ts";
import type { LinkKind } from "../values.ts";
import { listedKind } from "../words.ts";
import { type DecisionSeen, ownDecisionAt, readDecisions } from "./decisions.ts";

export interface LinkSeen {
  readonly row: typeof link.$inferSelect;
  /** The decision whose page it stands on. */
  readonly of: string;
  readonly other: DecisionSeen;
  readonly owner: { readonly id: string; readonly name: string } | null;
}

/** What these decisions (ids) have to do with others, and those with them; only where both may be seen. */
export async function readLinks(
  tx: Tx,
  standing: Standing,
  decisions: readonly string[],
): Promise<LinkSeen[]> {
  if (decisions.length === 0) return [];
  const ids = [...decisions];
  const rows = await tx
    .select({ row: link, owner: { id: person.id, name: person.name } })
    .from(link)
    .leftJoin(person, eq(person.id, link.owner))
    .where(or(inArray(link.decision, ids), inArray(link.to, ids)))
    .orderBy(link.addedAt, link.id);
  const asked = new Set(ids);
  const all = rows.flatMap(({ row, owner }) => [
    ...(asked.has(row.decision) ? [{ row, owner, of: row.decision, other: row.to }] : []),
    ...(asked.has(row.to) ? [{ row, owner, of: row.to, other: row.decision }] : []),
  ]);
  if (all.length === 0) return [];
  const wanted = inArray(decision.id, [...new Set(all.map(({ other }) => other))]);
  const others = new Map((await readDecisions(tx, standing, wanted)).map((seen) => [seen.row.id, seen]));
  return all.flatMap(({ other, ...rest }) => {
    const seen = others.get(other);
    return seen ? [{ ...rest, other: seen }] : [];
  });
}

/** What these decisions (ids) have to do with others, as they are listed: by the decision. */
export async function readListedLinks(tx: Tx, decisions: readonly string[]) {
  if (decisions.length === 0) return new Map<string, { kind: ListedLinkKind; to: string }[]>();
  const ids = [...decisions];
  const other = alias(decision, "other");
  const towards = (inverse: boolean) =>
    tx
      .select({ of: inverse ? link.to : link.decision, kind: link.kind, id: other.id, path: other.path })
      .from(link)
      .innerJoin(other, eq(other.id, inverse ? link.decision : link.to))
      .where(inArray(inverse ? link.to : link.decision, ids))
      .orderBy(link.addedAt, link.id);
  const listed = (rows: Awaited<ReturnType<typeof towards>>, inverse: boolean) =>
    rows.map(({ of, kind, id, path }) => ({ of, kind: listedKind(kind, inverse), to: path ?? id }));
  const all = [...listed(await towards(false), false), ...listed(await towards(true), true)];
  return Map.groupBy(all, ({ of }) => of);
}

interface Linking {
  readonly id: string;
  readonly kind: LinkKind;
  readonly to: string;
  readonly until: string | undefined;
  readonly words: string;
  readonly now: number;
}

export async function addLinkTo(tx: Tx, me: string, wanted: Linking): Promise<void> {
  const { id, kind, to, until, words, now } = wanted;
  const { seen, standing } = await ownDecisionAt(tx, me, id);
  if (to === id) failField("/to", "A decision has nothing to do with itself.");
  const [other] = await readDecisions(tx, standing, eq(decision.id, to));
  if (other === undefined) failField("/to", "There is no such decision.");
  if ((kind === "follows" || kind === "departs") && other.row.sort === "decision")
    failField("/to", "What is followed or departed from is a principle or a guardrail.");
  if (kind === "departs" && until === undefined)
    failField("/until", "Say until when it departs: somebody looks at it again then.");
  if (kind === "departs" && until !== undefined && until <= dayAt(now, seen.timeZone).toString())
    failField("/until", "Name a day after today.");
  const departs = kind === "departs" ? { owner: me, until } : {};
  await tx
    .insert(link)
    .values({ decision: id, kind, to, words, addedBy: me, addedAt: new Date(now), ...departs })
    .onConflictDoNothing();
  if (kind === "supersedes" && other.own && other.row.status === "accepted")
    await tx
      .update(decision)
      .set({ status: "superseded", rawStatus: null, statusSince: new Date(now) })
      .where(eq(decision.id, to));
}

export async function removeLinkOf(
  tx: Tx,
  me: string,
  { id, link: which }: { id: string; link: string },
): Promise<void> {
  await ownDecisionAt(tx, me, id);
  const gone = await tx
    .delete(link)
    .where(and(eq(link.id, which), eq(link.decision, id)))
    .returning({ id: link.id });
  if (gone.length === 0)
    fail("not_found", "This decision says nothing of the kind. It may be the other one that does.");
}

/** The decisions of a unit (its slug) with all beneath it, as far as one sees them, and what they have to do with each other and with others. */
export async function graphOf(tx: Tx, me: string, slug: string) {
  const standing = await readStanding(tx, me);
  const below = subtree(standing.units, unitAt(standing.units, slug, "/unit")).map(({ id }) => id);
  const here = await readDecisions(tx, standing, inArray(decision.unit, below));
  const ids = here.map(({ row }) => row.id);
  const edges =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(link)
          .where(or(inArray(link.decision, ids), inArray(link.to, ids)));
  const known = new Set(ids);
  const ends = new Set(edges.flatMap((edge) => [edge.decision, edge.to]));
  const beyond = [...ends].filter((id) => !known.has(id));
  const others = beyond.length === 0 ? [] : await readDecisions(tx, standing, inArray(decision.id, beyond));
  return { nodes: [...here, ...others], edges };
}
