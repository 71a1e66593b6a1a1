import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisions } from "../../src/areas/decisions/index.ts";
import {
  addDecisionTo,
  addOutcomeTo,
  changeOne,
  closeMeetingOf,
  closeRoundIn,
  decisionsTables,
  forumsTables,
  putOnAgenda,
  resolveOne,
  sayAdvice,
} from "../../src/areas/decisions/testing.ts";
import * as org from "../../src/core/org/tables.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { actors, makeWorld } from "./world.ts";

const { advice, decision, expectation, link, outcome, touched, version, watch } = decisionsTables;
const { forum, item, meeting, objection, round, voice } = forumsTables;
/** Refused by the database itself, past all code. */
const refused = expect.stringMatching(/permission denied|row-level security|(?:Only|Nobody|stays?|opened)/);
const { member } = actors;
const [cem, lea] = ["cem", "lea"] as const;
const at = new Date();
const later = "2099-01-01";

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("%s itself", (_, open) => {
  let state: TestState;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    state = await open();
    await makeWorld(state);
    await state.as(member, async (tx) => {
      for (const { slug, id } of await tx.select().from(org.unit)) ids[slug] = id;
      for (const { title, id } of await tx.select().from(decision)) ids[title] = id;
    });
  });
  afterAll(() => state?.close());

  const id = (name: string) => ids[name] as string;
  const tried = (who: string, work: (tx: Tx) => Promise<{ rowCount: number | null }>) =>
    state
      .as(who, async (tx) => (await work(tx)).rowCount ?? 0)
      .catch((error: Error) => String(error.cause ?? "") + String(error));
  const changes = (who: string, name: string, set: object) =>
    tried(who, (tx) =>
      tx
        .update(decision)
        .set(set)
        .where(eq(decision.id, id(name))),
    );

  test("a decision stays with those whose it is, in the name of who wrote it", async () => {
    for (const set of [{ unit: id("shop") }, { person: member, unit: null }, { createdBy: cem }])
      expect(await changes(member, "Kept", set)).toEqual(refused);
    expect(await changes(member, "Kept", { audience: id("shop") })).toEqual(refused);
    expect(await changes(cem, "Asked", { title: "Ours" })).toBe(0);
    expect(await changes(lea, "Open", { title: "Ours" })).toBe(0);
    expect(await changes(actors.administrator, "Open", { title: "Ours" })).toBe(0);
  });

  test("what was put forward is not thrown away by way of a draft", async () => {
    const add = (status: "accepted" | "draft") =>
      state.as(member, async (tx) => {
        const { seen } = await addDecisionTo(tx, member, {
          ...{
            unit: "payments",
            sort: "decision",
            title: status,
            body: "",
            status,
            kind: null,
            undone: null,
          },
          ...{ expects: [], reviewBy: undefined, now: at.getTime() },
        });
        return seen.row.id;
      });
    const remove = (which: string) =>
      tried(member, (tx) => tx.delete(decision).where(eq(decision.id, which)));
    ids.put = await add("accepted");
    expect(await changes(member, "put", { status: "draft" })).toBe(1);
    expect(await remove(ids.put)).toBe(0);
    expect(await remove(await add("draft"))).toBe(1);
  });

  test("no version is written of a past that was not, or for what is to come", async () => {
    const writes = (number: number, writtenBy: string) =>
      tried(member, (tx) =>
        tx.insert(version).values({
          ...{ decision: id("Kept"), version: number, title: "X", status: "accepted", body: "" },
          ...{ writtenBy, writtenAt: at },
        }),
      );
    expect(await writes(2, member)).toEqual(refused);
    await changes(member, "Kept", { version: 3 });
    expect(await writes(2, member)).toEqual(refused);
    expect(await writes(3, cem)).toEqual(refused);
    expect(await writes(3, member)).toBe(1);
  });

  test("nobody expects, resolves or links anything in another's name", async () => {
    const expects = (addedBy: string) =>
      tried(member, (tx) =>
        tx
          .insert(expectation)
          .values({ decision: id("Open"), statement: "X", resolveBy: later, addedBy, addedAt: at }),
      );
    expect([await expects(cem), await expects(member)]).toEqual([refused, 1]);
    const resolves = (resolvedBy: string) =>
      tried(member, (tx) =>
        tx
          .update(expectation)
          .set({ came: "yes", resolvedBy, resolvedAt: at })
          .where(and(eq(expectation.decision, id("Open")), isNull(expectation.came))),
      );
    expect([await resolves(cem), await resolves(member)]).toEqual([refused, 1]);
    // What was told is told.
    expect(
      await tried(member, (tx) =>
        tx
          .update(expectation)
          .set({ came: null, resolvedAt: null })
          .where(eq(expectation.decision, id("Open"))),
      ),
    ).toBe(0);
    const links = (more: object) =>
      tried(member, (tx) =>
        tx.insert(link).values({
          ...{ decision: id("Kept"), kind: "departs", to: id("Open"), until: later },
          ...{ addedBy: member, addedAt: at, ...more },
        }),
      );
    expect([await links({ owner: cem }), await links({ addedBy: cem })]).toEqual([refused, refused]);
    expect(await links({ owner: member })).toBe(1);
    const touches = (more: object) =>
      tried(member, (tx) =>
        tx.insert(touched).values({ decision: id("Open"), unit: id("shop"), addedAt: at, ...more }),
      );
    expect([await touches({ words: "Fine" }), await touches({ saidBy: cem })]).toEqual([refused, refused]);
  });

  test("advice is said by those who are asked, and in their name", async () => {
    const asks = (more: object) =>
      tried(member, (tx) =>
        tx.insert(advice).values({
          ...{ decision: id("Kept"), name: "X", capacity: "expert", askedBy: member, askedAt: at },
          ...more,
        }),
      );
    const said = { said: "Do it", saidAt: at };
    expect(await asks({ ...said, person: cem, saidBy: cem })).toEqual(refused);
    expect(await asks({ ...said, unit: id("shop") })).toEqual(refused);
    expect(await asks({ ...said, saidBy: lea })).toEqual(refused);
    // Of somebody who is known by name alone it is written down.
    expect(await asks({ ...said, saidBy: member })).toBe(1);
    const changesAdvice = (who: string, set: object) =>
      tried(who, (tx) =>
        tx
          .update(advice)
          .set(set)
          .where(eq(advice.decision, id("Asked"))),
      );
    expect(await changesAdvice(cem, { said: "Never", saidBy: member })).toEqual(refused);
    expect(await changesAdvice(cem, { saidBy: member })).toEqual(refused);
    expect(await changesAdvice(cem, { said: null, saidAt: null })).toEqual(refused);
    expect(await changesAdvice(member, { said: "Yes", saidBy: member })).toEqual(refused);
    const takes = { taken: "no", takenAt: at } as const;
    expect(await changesAdvice(member, { ...takes, takenBy: lea })).toEqual(refused);
    expect(await changesAdvice(cem, { ...takes, takenBy: cem })).toEqual(refused);
    expect(await changesAdvice(cem, { said: "Mind the retries, and the order.", saidBy: cem })).toBe(1);
    expect(await changesAdvice(member, { ...takes, takenBy: member })).toBe(1);
    expect(await changesAdvice(cem, { said: "I said so", saidBy: cem })).toEqual(refused);
  });

  test("whose unit moved away changes its decisions still, and those above where it was read them no more", async () => {
    const reads = () =>
      state.as(
        lea,
        async (tx) =>
          (
            await tx
              .select()
              .from(decision)
              .where(eq(decision.id, id("Open")))
          ).length,
      );
    expect(await reads()).toBe(1);
    const moves = (to: string) =>
      state.asOwner((tx) => tx.execute(sql`update org_unit set parent = ${to} where slug = 'payments'`));
    await moves(id("organisation"));
    expect(await reads()).toBe(0);
    expect(await changes(member, "Open", { title: "Opened" })).toBe(1);
    // Not to where it stands no more.
    expect(await changes(member, "Kept", { audience: id("commerce") })).toEqual(refused);
    expect(await changes(member, "Open", { audience: null })).toBe(1);
    await moves(id("commerce"));
  });

  /** Does `second` while `first` is done and not yet kept; gives what became of the second. */
  async function meanwhile<T>(
    [who, first]: [string, (tx: Tx) => Promise<unknown>],
    [other, second]: [string, (tx: Tx) => Promise<T>],
  ): Promise<T | string> {
    const done = Promise.withResolvers<void>();
    const begun = state.as(who, async (tx) => {
      await first(tx);
      done.resolve();
      await pause(200);
    });
    await Promise.race([done.promise, begun]);
    const answer = state.as(other, second).catch((error: Error) => error.message);
    await begun;
    return answer;
  }

  describe("of two at once", () => {
    const now = at.getTime();
    const added = (title: string, more: object = {}) =>
      state.as(member, async (tx) => {
        const { seen } = await addDecisionTo(tx, member, {
          ...{
            unit: "payments",
            sort: "decision",
            title,
            body: "",
            status: "accepted",
            kind: null,
            undone: null,
          },
          ...{ expects: [], reviewBy: later, now, ...more },
        });
        return seen.row.id;
      });

    test("the second is told that it was told already whether it came", async () => {
      const of = await added("Two tell", { expects: [{ statement: "X", sure: 50, resolveBy: later }] });
      const [one] = await state.as(member, (tx) =>
        tx.select().from(expectation).where(eq(expectation.decision, of)),
      );
      const told = (came: "yes" | "no") => (tx: Tx) =>
        resolveOne(tx, member, { id: one?.id as string, came, words: "", now });
      expect(await meanwhile([member, told("yes")], [member, told("no")])).toMatch(/told already/);
    });

    test("one looks at what has come back, and the other adds to it", async () => {
      const of = await added("Two look");
      const looks = (tx: Tx) =>
        addOutcomeTo(tx, member, {
          ...{ id: of, turnedOut: "well", next: "stands", words: "", reviewBy: null, now },
        });
      await meanwhile([member, looks], [member, looks]);
      const dues = await state.as(member, (tx) =>
        tx.select({ due: outcome.due }).from(outcome).where(eq(outcome.decision, of)),
      );
      expect(dues.map(({ due }) => due).toSorted()).toEqual([later, null].toSorted());
    });

    test("one speaks for a team, and the other is told whose words these are", async () => {
      const of = await added("Two advise");
      const which = await state.as(member, async (tx) => {
        const asked = { name: "Payments", capacity: "expert", askedBy: member, askedAt: at } as const;
        const [row] = await tx
          .insert(advice)
          .values({ decision: of, unit: id("commerce"), ...asked })
          .returning({ id: advice.id });
        return row?.id as string;
      });
      await state.asOwner((tx) =>
        tx.execute(sql`insert into org_membership (unit, person, role, "from", id)
          select ${id("commerce")}, ${member}, 'member', '2020-01-01', gen_random_uuid()`),
      );
      const says = (who: string) => (tx: Tx) =>
        sayAdvice(tx, who, { id: which, stance: null, said: `I am ${who}`, now });
      expect(await meanwhile([lea, says(lea)], [member, says(member)])).toMatch(/lea said this for Payments/);
    });

    test("nobody consents to a text that was amended meanwhile", async () => {
      const [on] = await state.as(member, (tx) => tx.select().from(round));
      const which = on as NonNullable<typeof on>;
      await state.as(member, (tx) =>
        changeOne(tx, member, {
          ...{ id: which.decision, version: undefined, change: { status: "proposed" }, now },
        }),
      );
      await state.as(member, async (tx) => {
        const { rows } = await tx.execute<{ version: number }>(
          sql`select version from decisions_decision where id = ${which.decision}`,
        );
        await tx
          .update(voice)
          .set({ version: rows[0]?.version as number })
          .where(eq(voice.person, member));
      });
      await state.as(cem, (tx) =>
        tx.update(objection).set({ resolved: "withdrawn", resolvedBy: cem, resolvedAt: at }),
      );
      const amends = (tx: Tx) =>
        changeOne(tx, member, { id: which.decision, version: undefined, change: { body: "Else" }, now });
      const closes = (tx: Tx) => closeRoundIn(tx, member, { id: which.item, now });
      expect(await meanwhile([member, amends], [member, closes])).toMatch(/Nobody has consented yet/);
    });

    test("what is put on while a meeting is closed is on the next agenda", async () => {
      const [held] = await state.as(member, (tx) => tx.select().from(forum));
      const [on] = await state.as(member, (tx) => tx.select().from(meeting));
      const puts = (tx: Tx) =>
        putOnAgenda(tx, member, { id: held?.id as string, title: "Late", minutes: undefined, now });
      const closes = (tx: Tx) => closeMeetingOf(tx, member, { id: on?.id as string, now });
      await meanwhile([member, closes], [member, puts]);
      const [late] = await state.as(member, (tx) => tx.select().from(item).where(eq(item.title, "Late")));
      expect(late).toMatchObject({ meeting: null, phase: "waiting" });
    });
  });

  test("what cannot be looked at keeps no other decision back, and is not tried every minute", async () => {
    const measure = { measure: "m", every: "day", bound: "at-most", value: 1 } as const;
    const count = 25;
    for (let n = 0; n < count; n++)
      await state.as(member, (tx) =>
        addDecisionTo(tx, member, {
          ...{ unit: "payments", sort: "decision", title: `Broken ${n}`, body: "", status: "accepted" },
          ...{ kind: null, undone: null, reviewBy: undefined, now: at.getTime() },
          expects: [{ statement: "X", sure: 50, resolveBy: later, toldBy: measure }],
        }),
      );
    const asked: string[] = [];
    const settling = (now: number) =>
      decisions.plugs?.settle?.({
        ...{ state, now, log: { error: () => undefined } as never },
        contextAs: (person: string) => {
          asked.push(person);
          throw new Error("broken");
        },
      });
    const watched = async () =>
      (await state.asJobs((tx) => tx.select().from(watch).where(eq(watch.watchedOn, later)))).length;
    // On the day itself nothing is told by a measure yet, and all are watched once.
    const onTheDay = Date.parse(`${later}T09:00:00Z`);
    const before = asked.length;
    for (let minute = 0; minute < 4; minute++) await settling(onTheDay + minute * 60_000);
    // Beside them the figures that Payments shows are counted anew, once.
    expect([await watched(), asked.length - before]).toEqual([count, count + 1]);
    // Two days later what they expect is tried, once an hour.
    const then = onTheDay + 2 * 86_400_000;
    const tried = async (moment: number) => {
      await settling(moment);
      const rows = await state.asJobs((tx) =>
        tx
          .select({ id: expectation.id })
          .from(expectation)
          .where(eq(expectation.triedAt, new Date(moment))),
      );
      return rows.length;
    };
    expect([await tried(then), await tried(then + 60_000), await tried(then + 3_660_000)]).toEqual([
      count,
      0,
      count,
    ]);
  });
});
