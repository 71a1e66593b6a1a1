import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisionsTables, forumHoldings, forumsTables } from "../../src/areas/decisions/testing.ts";
import * as org from "../../src/core/org/tables.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { actors, makeWorld } from "./world.ts";

const { forum, item, meeting, objection, present, proposal, round, saying, voice } = forumsTables;
/** Refused by the database itself, past all code. */
const refused = expect.stringMatching(/permission denied|row-level security/);
const { member } = actors;
const [cem, lea] = ["cem", "lea"] as const;
const at = new Date();

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
      ids.forum = (await tx.select().from(forum))[0]?.id as string;
      ids.meeting = (await tx.select().from(meeting))[0]?.id as string;
      ids.round = (await tx.select().from(round))[0]?.id as string;
      ids.objection = (await tx.select().from(objection))[0]?.id as string;
      for (const { title, id } of await tx.select().from(item)) ids[title] = id;
      for (const { title, id } of await tx.select().from(decisionsTables.decision)) ids[title] = id;
    });
  });
  afterAll(() => state?.close());

  const id = (name: string) => ids[name] as string;
  const tried = (who: string, work: (tx: Tx) => Promise<{ rowCount: number | null }>) =>
    state
      .as(who, async (tx) => (await work(tx)).rowCount ?? 0)
      .catch((error: Error) => String(error.cause ?? "") + String(error));
  const line = { kind: "line", title: "X", place: 9, minutes: 5, putAt: at, phaseSince: at } as const;
  const says = (who: string, more: object) =>
    tried(who, (tx) =>
      tx.insert(saying).values({
        ...{
          meeting: id("meeting"),
          item: id("Ours"),
          kind: "question",
          words: "X",
          saidBy: who,
          saidAt: at,
        },
        ...more,
      }),
    );

  test("nobody speaks in another's name, or where they take no part", async () => {
    expect(await says(cem, {})).toBe(1);
    expect(await says(cem, { saidBy: member })).toEqual(refused);
    expect(await says(lea, {})).toEqual(refused);
    const gives = (who: string, person: string) =>
      tried(who, (tx) =>
        tx.insert(voice).values({ round: id("round"), person, stance: "consent", version: 1, saidAt: at }),
      );
    expect(await gives(cem, member)).toEqual(refused);
    expect(await gives(lea, lea)).toEqual(refused);
    expect(await gives(cem, cem)).toBe(1);
    const comes = (who: string, person: string) =>
      tried(who, (tx) => tx.insert(present).values({ meeting: id("meeting"), person, cameAt: at }));
    expect([await comes(cem, lea), await comes(lea, lea)]).toEqual([refused, refused]);
  });

  test("a view is hidden from who has not said theirs, until the time for views is over", async () => {
    const seen = () =>
      state.as(cem, async (tx) => (await tx.select().from(saying).where(eq(saying.kind, "opinion"))).length);
    const phase = (to: "opinions" | "consent") =>
      tried(member, (tx) =>
        tx
          .update(item)
          .set({ phase: to })
          .where(eq(item.id, id("Ours"))),
      );
    expect(await seen()).toBe(1);
    await phase("opinions");
    expect(await seen()).toBe(0);
    expect(await says(cem, { kind: "opinion" })).toBe(1);
    expect(await seen()).toBe(2);
    await phase("consent");
  });

  test("that an objection is met, only who has it says", async () => {
    const resolves = (who: string, how: "withdrawn" | "stays", by = who) =>
      tried(who, (tx) =>
        tx
          .update(objection)
          .set({ resolved: how, resolvedBy: by, resolvedAt: at })
          .where(eq(objection.id, id("objection"))),
      );
    expect(await resolves(member, "withdrawn")).toEqual(refused);
    expect(await resolves(member, "withdrawn", cem)).toEqual(refused);
    expect(await resolves(lea, "stays")).toBe(0);
    expect(await resolves(cem, "withdrawn")).toBe(1);
    // It is said once.
    expect(await resolves(cem, "stays")).toBe(0);
  });

  test("nobody comes to read a decision by putting it on an agenda", async () => {
    const puts = (who: string, decision: string) =>
      tried(who, (tx) => tx.insert(proposal).values({ item: id("Ours"), decision, putBy: who, putAt: at }));
    expect(await puts(cem, id("Kept"))).toEqual(refused);
    expect(await puts(cem, id("Mine"))).toEqual(refused);
    // What is not proposed for an item, it cannot be about.
    expect(
      await tried(member, (tx) =>
        tx
          .update(item)
          .set({ decision: id("Kept") })
          .where(eq(item.id, id("Ours"))),
      ),
    ).toMatch(/violates foreign key/);
    expect(
      await tried(cem, (tx) => tx.insert(item).values({ ...line, forum: id("forum"), putBy: cem })),
    ).toEqual(refused);
  });

  test("a forum is begun, opened and ended by those whose it is", async () => {
    const begins = (who: string, unit: string, audience: string | null = null) =>
      tried(who, (tx) =>
        tx.insert(forum).values({
          ...{ unit, name: "X", rule: "FREQ=DAILY", starts: "2026-01-01", at: "09:00", audience },
          ...{ createdBy: who, createdAt: at },
        }),
      );
    expect(await begins(lea, id("payments"))).toEqual(refused);
    expect(await begins(member, id("payments"), id("shop"))).toEqual(refused);
    expect(await begins(cem, id("shop"), id("commerce"))).toBe(1);
    // Opened to Commerce, those of Payments read it, and do not change it.
    const opened = () =>
      state.as(member, (tx) =>
        tx
          .select()
          .from(forum)
          .where(eq(forum.unit, id("shop"))),
      );
    expect(await opened()).toHaveLength(1);
    const ends = tried(member, (tx) =>
      tx
        .update(forum)
        .set({ endedAt: at })
        .where(eq(forum.unit, id("shop"))),
    );
    expect(await ends).toBe(0);
  });

  test("who is let in later reads no word that was said before, and no decision that was proposed then", async () => {
    const reads = (who: string) =>
      state.as(who, async (tx) => {
        const of = eq(item.forum, id("forum"));
        const titles = (await tx.select().from(item).where(of)).map(({ title }) => title);
        const asked = eq(decisionsTables.decision.id, id("Asked"));
        return {
          items: titles.toSorted(),
          meetings: (
            await tx
              .select()
              .from(meeting)
              .where(eq(meeting.forum, id("forum")))
          ).length,
          said: (await tx.select().from(saying)).length,
          voices: (await tx.select().from(voice)).length,
          decisions: (
            await tx.select({ id: decisionsTables.decision.id }).from(decisionsTables.decision).where(asked)
          ).length,
        };
      });
    const opens = (audience: string | null) =>
      tried(member, (tx) =>
        tx
          .update(forum)
          .set({ audience })
          .where(eq(forum.id, id("forum"))),
      );
    const nothing = { items: [], meetings: 0, said: 0, voices: 0, decisions: 0 };
    expect(await reads(lea)).toEqual(nothing);
    expect(await opens(id("commerce"))).toBe(1);
    expect(await reads(lea)).toEqual({ ...nothing, items: ["Later"] });
    expect((await reads(member)).said).toBeGreaterThan(1);
    await opens(null);
    expect(await reads(lea)).toEqual(nothing);
    // A meeting that begins while it is open is theirs too.
    const begins = (audience: string | null) =>
      tried(cem, async (tx) => {
        const [held] = await tx
          .select()
          .from(forum)
          .where(eq(forum.unit, id("shop")));
        const values = {
          forum: held?.id as string,
          mode: "live",
          audience,
          beganBy: cem,
          beganAt: at,
        } as const;
        return { rowCount: (await tx.insert(meeting).values(values).returning()).length };
      });
    expect(await begins(null)).toEqual(refused);
    expect(await begins(id("commerce"))).toBe(1);
    const there = await state.as(member, (tx) => tx.select().from(meeting));
    expect(there.map(({ audience }) => audience).toSorted()).toEqual([id("commerce"), null].toSorted());
  });

  test("a guest closes no meeting; once it is closed it stays as it was, and remarks come after it", async () => {
    const closes = (who: string) =>
      tried(who, (tx) =>
        tx
          .update(meeting)
          .set({ closedAt: at, closedBy: who })
          .where(eq(meeting.id, id("meeting"))),
      );
    expect(await closes(cem)).toEqual(refused);
    expect(await closes(member)).toBe(1);
    expect(await says(member, {})).toEqual(refused);
    expect(await says(cem, { kind: "remark", item: null })).toBe(1);
    const changed = [
      await tried(member, (tx) =>
        tx
          .update(item)
          .set({ words: "Else" })
          .where(eq(item.id, id("Ours"))),
      ),
      await tried(member, (tx) => tx.update(round).set({ closedAt: at, closedBy: member, reached: false })),
      await tried(member, (tx) => tx.update(voice).set({ stance: "aside" })),
      await tried(member, (tx) => tx.delete(item).where(eq(item.id, id("Of Shop")))),
      await tried(member, (tx) =>
        tx
          .update(meeting)
          .set({ closedAt: null, closedBy: null })
          .where(eq(meeting.id, id("meeting"))),
      ),
    ];
    expect(changed).toEqual([0, 0, 0, 0, 0]);
  });

  test("who left keeps what they said, and takes no word of others with them", async () => {
    const heldBy = async (who: string) => {
      const rows = await Promise.all(
        forumHoldings.map(({ read }) => read(state, { person: who, emails: [] })),
      );
      return JSON.stringify(rows);
    };
    await state.asOwner(async (tx) => {
      await tx
        .update(item)
        .set({ words: "Decided without her", putBy: "fay" })
        .where(eq(item.id, id("Ours")));
      await tx.update(objection).set({ resolvedBy: "fay" });
      await tx.update(saying).set({ saidBy: "fay" }).where(eq(saying.words, "Why?"));
    });
    const [one] = await state.asOwner((tx) => tx.select().from(objection));
    expect(await heldBy("fay")).toContain("Why?");
    expect(await heldBy("fay")).not.toContain("Decided without her");
    expect(await heldBy("fay")).not.toContain(one?.reason as string);
    expect(await heldBy(cem)).toContain(one?.reason as string);
  });
});
