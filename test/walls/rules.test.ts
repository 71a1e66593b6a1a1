import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as impact from "../../src/areas/impact/testing.ts";
import * as audit from "../../src/core/audit/tables.ts";
import * as org from "../../src/core/org/tables.ts";
import * as people from "../../src/core/people/tables.ts";
import * as sharing from "../../src/core/sharing/tables.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { actors, makeWorld } from "./world.ts";

/** Refused by the database itself, past all code. */
const refused = expect.stringMatching(
  /permission denied|row-level security|Only those who|begins again|append only/,
);

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("%s itself", (_, open) => {
  let state: TestState;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    state = await open();
    await makeWorld(state);
    const units = await state.as("ann", (tx) => tx.select().from(org.unit));
    for (const { slug, id } of units) ids[slug] = id;
  });
  afterAll(() => state?.close());

  const id = (slug: string) => ids[slug] as string;
  /** What comes of it: how many rows, or why not. */
  const tried = (
    who: string,
    work: (tx: Tx) => Promise<{ rowCount: number | null }>,
  ): Promise<number | string> =>
    state
      .as(who, async (tx) => (await work(tx)).rowCount ?? 0)
      .catch((error: Error) => String(error.cause ?? "") + String(error));
  const { member, administrator, stranger } = actors;
  const [cem, lea, fay] = ["cem", "lea", "fay"] as const;

  test.each([
    ["another team's member", cem],
    ["the leader above", lea],
    ["who runs the installation", administrator],
    ["a former member", fay],
  ])("lets %s share nothing of a team", async (_who, person) => {
    const values = {
      unit: id("payments"),
      kind: "measure",
      thing: "x",
      audience: id("commerce"),
      sharedBy: person,
    } as const;
    expect(await tried(person, (tx) => tx.insert(sharing.share).values(values))).toEqual(refused);
  });

  test("lets a member share only with units above, in their own name, and end only what is the team's", async () => {
    const values = {
      unit: id("payments"),
      kind: "measure",
      thing: "y",
      audience: id("organisation"),
      sharedBy: member,
    } as const;
    const share = (more: object) =>
      tried(member, (tx) => tx.insert(sharing.share).values({ ...values, ...more }));
    expect(await share({ audience: id("shop") })).toEqual(refused);
    expect(await share({ sharedBy: cem })).toEqual(refused);
    expect(await share({ unit: id("shop") })).toEqual(refused);
    expect(await share({})).toBe(1);
    const end = (who: string) =>
      tried(who, (tx) =>
        tx
          .update(sharing.share)
          .set({ endedAt: new Date(), endedBy: who })
          .where(eq(sharing.share.thing, "y")),
      );
    expect([await end(cem), await end(administrator), await end(member)]).toEqual([0, 0, 1]);
  });

  test("lets those who belong to a team write its purpose, in their own name, and nobody change what was written", async () => {
    const sentence = { unit: id("payments"), sentence: "We", writtenAt: new Date() };
    const write = (who: string, more: object = {}) =>
      tried(who, (tx) => tx.insert(impact.purpose).values({ ...sentence, writtenBy: who, ...more }));
    for (const who of [cem, lea, fay, administrator, stranger, ""]) expect(await write(who)).toEqual(refused);
    expect(await write(member, { writtenBy: cem })).toEqual(refused);
    expect(await write(member, { unit: id("shop") })).toEqual(refused);
    expect(await write(member, { sentence: "two\nlines" })).toEqual(
      expect.stringMatching(/violates check constraint/),
    );
    expect(await write(member)).toBe(1);
    const [written] = await state.as(member, (tx) => tx.select().from(impact.purpose));
    const found = { unit: id("payments"), purpose: written?.id as string, reviewedAt: new Date() };
    const review = (who: string, more: object = {}) =>
      tried(who, (tx) => tx.insert(impact.review).values({ ...found, reviewedBy: who, ...more }));
    for (const who of [cem, lea, fay, administrator]) expect(await review(who)).toEqual(refused);
    expect(await review(member, { reviewedBy: cem })).toEqual(refused);
    // Not through a team of one's own either.
    expect(await review(cem, { unit: id("shop") })).toEqual(expect.stringMatching(/violates foreign key/));
    expect(await review(member)).toBe(1);
    for (const table of ["impact_purpose", "impact_review"])
      for (const statement of [`update ${table} set unit = unit`, `delete from ${table}`])
        expect(await tried(member, (tx) => tx.execute(sql.raw(statement)))).toEqual(refused);
  });

  test("lets those who belong to a team open its purpose, to units above alone, and take it back", async () => {
    const opened = { unit: id("payments"), openedAt: new Date() };
    const open = (who: string, audience: string, unit = "payments") =>
      tried(who, (tx) =>
        tx.insert(impact.audience).values({ ...opened, unit: id(unit), audience: id(audience) }),
      );
    const readers = async () => {
      const read = sql`select sentence from impact_opened() where unit = ${id("payments")}`;
      const all = [member, cem, lea, administrator, fay, stranger, ""];
      return Promise.all(all.map((who) => tried(who, (tx) => tx.execute(read))));
    };
    // By a row that is Ann's; only those of Commerce, and of these the sentence that holds.
    expect(await readers()).toEqual([1, 1, 1, 0, 0, 0, 0]);
    const move = (who: string, audience: string) =>
      tried(who, (tx) => tx.update(impact.audience).set({ audience: id(audience) }));
    expect(await move(member, "shop")).toEqual(refused);
    for (const who of [cem, lea, fay, administrator, stranger]) {
      expect(await move(who, "organisation")).toBe(0);
      expect(await tried(who, (tx) => tx.delete(impact.audience))).toBe(0);
    }
    expect(await tried(member, (tx) => tx.delete(impact.audience))).toBe(1);
    expect(await readers()).toEqual([0, 0, 0, 0, 0, 0, 0]);
    for (const who of [cem, lea, fay, administrator])
      expect(await open(who, "organisation")).toEqual(refused);
    expect(await open(member, "shop")).toEqual(refused);
    expect(await open(member, "organisation", "shop")).toEqual(refused);
    expect(await open(member, "organisation")).toBe(1);
    // Who runs the installation belongs to nothing here, and so to no audience.
    expect(await readers()).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  test("lets nobody make themselves a member where others are", async () => {
    const join = (person: string, unit: string, who = person) =>
      tried(who, (tx) => tx.insert(org.membership).values({ person, unit: id(unit), role: "member" }));
    expect(await join(administrator, "payments")).toEqual(refused);
    expect(await join(lea, "payments")).toEqual(refused);
    expect(await join(fay, "payments")).toEqual(refused);
    expect(await join(cem, "payments", cem)).toEqual(refused);
    expect(await join(stranger, "payments")).toEqual(refused);
    // A member, who is there, can say so of another.
    expect(await join("ada", "payments", member)).toBe(1);
    await state
      .as(member, (tx) => tx.execute(sql`update org_membership set until = org_today() where person = 'ada'`))
      .catch(() => undefined);
  });

  test("lets nobody who left come back by a date, nor bring somebody in by one", async () => {
    const extend = (who: string) =>
      tried(who, (tx) =>
        tx.update(org.membership).set({ until: "2099-01-01" }).where(eq(org.membership.person, fay)),
      );
    expect(await extend(fay)).toEqual(refused);
    expect(await extend(administrator)).toEqual(refused);
    const move = sql`update org_membership set unit = ${id("payments")}::uuid where person = ${cem}`;
    expect(await tried(cem, (tx) => tx.execute(move))).toEqual(refused);
  });

  test("lets nobody in by emptying a team, by a team of their own in a group, or by the group above", async () => {
    const joins = async (unit: string, first: (tx: Tx) => Promise<unknown> = async () => undefined) =>
      tried(administrator, async (tx) => {
        await first(tx);
        return tx.insert(org.membership).values({ person: administrator, unit, role: "member" });
      });
    const emptied = (tx: Tx) => tx.update(org.membership).set({ until: sql`org_today()` });
    expect(await joins(id("payments"), emptied)).toEqual(refused);
    expect(await joins(id("commerce"))).toEqual(refused);
    const [mine] = await state.as(administrator, (tx) =>
      tx
        .insert(org.unit)
        .values({ slug: "mine", name: "Mine", kind: "team", parent: id("commerce") })
        .returning(),
    );
    expect(await joins(mine?.id as string)).toEqual(refused);
    await state.as(administrator, (tx) =>
      tx
        .update(org.unit)
        .set({ parent: id("organisation") })
        .where(eq(org.unit.slug, "mine")),
    );
    expect(await joins(mine?.id as string)).toBe(1);
  });

  test("makes nobody an administrator but by one, and lets nobody who was archived back in by themselves", async () => {
    const set = (who: string, values: object) =>
      tried(who, (tx) => tx.update(people.person).set(values).where(eq(people.person.id, cem)));
    expect(await set(cem, { administrator: true })).toEqual(refused);
    expect(await set(lea, { name: "Other" })).toBe(0);
    expect(await set(cem, { name: "Cem" })).toBe(1);
    expect(await set(administrator, { archivedAt: new Date() })).toBe(1);
    expect(await tried(cem, (tx) => tx.execute(sql`select 1 from org_unit`))).toBe(0);
    expect(await set(cem, { archivedAt: null })).toBe(0);
    expect(await set(administrator, { archivedAt: null })).toBe(1);
  });

  test("lets a member rename their team, and move it nowhere", async () => {
    const set = (who: string, slug: string, values: object) =>
      tried(who, (tx) => tx.update(org.unit).set(values).where(eq(org.unit.slug, slug)));
    expect(await set(member, "payments", { name: "Payments" })).toBe(1);
    expect(await set(member, "payments", { parent: id("organisation") })).toEqual(refused);
    expect(await set(lea, "payments", { archivedAt: new Date() })).toEqual(refused);
    expect(await set(member, "shop", { name: "Mine" })).toBe(0);
    expect(await set(administrator, "commerce", { parent: id("payments") })).toEqual(
      expect.stringMatching(/below itself/),
    );
  });

  test("changes and removes nothing of the log, whoever asks, and takes no entry in another's name", async () => {
    const entry = { action: "test", actor: member };
    expect(await tried(member, (tx) => tx.insert(audit.entry).values(entry))).toBe(1);
    expect(await tried(cem, (tx) => tx.insert(audit.entry).values(entry))).toEqual(refused);
    for (const statement of [
      "update audit_entry set action = 'x'",
      "delete from audit_entry",
      "truncate audit_entry",
    ]) {
      expect(await tried(member, (tx) => tx.execute(sql.raw(statement)))).toEqual(refused);
      await expect(state.asJobs((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
      await expect(state.asOwner((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/append only/) },
      });
    }
  });

  test("tells what may be counted by the measure that is named, and by nothing else", async () => {
    const counted = async (who: string, measures: string[]) => {
      const all = sql`${sql.param(Object.values(ids))}::uuid[]`;
      const { rows } = await state.as(who, (tx) =>
        tx.execute<{ component: string }>(
          sql`select component from sharing_window(${sql.param(measures)}::text[], ${all}) order by 1`,
        ),
      );
      return rows.map(({ component }) => component);
    };
    expect(await counted(member, [])).toEqual(["ledger"]);
    expect(await counted(lea, [])).toEqual([]);
    expect(await counted(lea, ["batch-size"])).toEqual(["ledger"]);
    expect(await counted(lea, ["changes-merged"])).toEqual([]);
    expect(await counted(cem, ["batch-size"])).toEqual(["ledger", "web"]);
    for (const who of [fay, administrator, stranger, ""])
      expect(await counted(who, ["batch-size"])).toEqual([]);
  });
});
