import { asc, inArray } from "drizzle-orm";
import { dayAt } from "../../../../core/measures/periods.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import type { RecordLink } from "../../record/shape.ts";
import type { WholeSeen } from "../../store/decisions.ts";
import { advice, decision, expectation, link, outcome, source } from "../../tables.ts";
import type { HereNow } from "../file-now.ts";
import { keyOf } from "../link-rows.ts";
import { outcomeText } from "../outcome-text.ts";

/** What a decision, with what hangs on it, would say in its file; by its id. */
export async function readHere(tx: Tx, decisions: readonly WholeSeen[]): Promise<Map<string, HereNow>> {
  if (decisions.length === 0) return new Map();
  const ids = decisions.map(({ row }) => row.id);
  const [expects, advised, outcomes] = [
    Map.groupBy(
      await tx
        .select()
        .from(expectation)
        .where(inArray(expectation.decision, ids))
        .orderBy(asc(expectation.nth)),
      (row) => row.decision,
    ),
    Map.groupBy(
      await tx
        .select()
        .from(advice)
        .where(inArray(advice.decision, ids))
        .orderBy(asc(advice.askedAt), asc(advice.id)),
      (row) => row.decision,
    ),
    Map.groupBy(
      await tx.select().from(outcome).where(inArray(outcome.decision, ids)).orderBy(asc(outcome.saidAt)),
      (row) => row.decision,
    ),
  ];
  // What files say already is known to those alone whose they are.
  const own = decisions.filter((one) => one.own).map(({ row }) => row.id);
  const links = own.length === 0 ? new Map<string, RecordLink[]>() : await linksOf(tx, own);
  return new Map(
    decisions.map(({ row, timeZone }) => {
      const open = row.status === "draft" || row.status === "proposed";
      const day = (moment: Date) => dayAt(moment.getTime(), timeZone).toString();
      const { title, status, rawStatus, deciders, consulted, informed, reviewBy, body } = row;
      return [
        row.id,
        {
          values: {
            ...{ title, status, rawStatus, deciders, consulted, informed, reviewBy, body },
            decidedOn: open ? null : row.decidedOn,
            proposedOn: open && row.proposedAt ? day(row.proposedAt) : null,
            // The format wants to know how sure somebody was.
            expects: (expects.get(row.id) ?? []).flatMap(({ statement, sure, resolveBy }) =>
              sure === null ? [] : [{ statement, sure, resolveBy }],
            ),
            advice: (advised.get(row.id) ?? []).flatMap(({ name, capacity, said, taken, takenWhy }) =>
              said === null || taken === null ? [] : [{ name, capacity, said, taken, takenWhy }],
            ),
          },
          outcomes: (outcomes.get(row.id) ?? []).map((one) => ({
            day: day(one.saidAt),
            text: outcomeText(one),
          })),
          links: links.get(row.id) ?? [],
        },
      ] as const;
    }),
  );
}

/** What was said here of decisions of the same folder, and by no file yet, by their paths: of what replaces another, each says its side. */
async function linksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordLink[]>> {
  const read = new Set(
    (await tx.select({ links: source.links }).from(source)).flatMap(({ links }) => links.map(keyOf)),
  );
  const isNew = (row: typeof link.$inferSelect) => !read.has(keyOf({ ...row, from: row.decision }));
  const rows = (
    await tx
      .select()
      .from(link)
      .where(inArray(link.decision, [...ids]))
  ).filter(isNew);
  const inverse = (
    await tx
      .select()
      .from(link)
      .where(inArray(link.to, [...ids]))
  ).filter(isNew);
  const ends = [...new Set([...rows, ...inverse].flatMap((row) => [row.decision, row.to]))];
  if (ends.length === 0) return new Map();
  const places = new Map(
    (
      await tx
        .select({ id: decision.id, source: decision.source, path: decision.path })
        .from(decision)
        .where(inArray(decision.id, ends))
    ).map((one) => [one.id, one]),
  );
  const said = (of: string, to: string, kind: RecordLink["kind"]) => {
    const [here, there] = [places.get(of), places.get(to)];
    return here?.source && here.source === there?.source && there.path !== null
      ? [{ of, link: { kind, to: there.path } }]
      : [];
  };
  const all = [
    ...rows.flatMap(({ decision: of, to, kind }) =>
      kind === "supersedes" || kind === "amends" || kind === "relates" ? said(of, to, kind) : [],
    ),
    ...inverse.flatMap(({ decision: of, to, kind }) =>
      kind === "supersedes" ? said(to, of, "superseded-by") : [],
    ),
  ];
  return new Map(
    [...Map.groupBy(all, ({ of }) => of)].map(([of, some]) => [of, some.map((one) => one.link)]),
  );
}
