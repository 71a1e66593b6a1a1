import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPulse } from "../../src/core/loops/pulse/store/beginning.ts";
import { addLoop } from "../../src/core/loops/store/loops.ts";
import {
  figure,
  offer,
  offerQuestion,
  pulseAnswer,
  pulseAsked,
  pulseCount,
  pulseQuestion,
  pulseRound,
  pulse as pulseTable,
} from "../../src/core/loops/tables.ts";
import { membership } from "../../src/core/org/tables.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { actors, makeWorld } from "./world.ts";

/** Refused by the database itself, past all code. */
const refused = expect.stringMatching(
  /permission denied|row-level security|stays as it is|Not all have answered/,
);
const { member: ann, administrator, stranger, "another team's member": cem, "leader above": lea } = actors;
const outsiders = [cem, lea, administrator, stranger, ""];
const at = new Date();

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("%s itself", (_, open) => {
  let state: TestState;
  let pulse: { id: string; unit: string; question: string };
  let round: string;

  beforeAll(async () => {
    state = await open();
    await makeWorld(state);
    const questions = [{ kind: "words" as const, text: "What?", options: [] as [] }];
    const wanted = { slug: "payments", area: "a", question: "Which?", rule: "FREQ=WEEKLY", ahead: null };
    const made = await state.as(ann, (tx) =>
      addPulse(tx, ann, {
        ...wanted,
        now: at.getTime(),
        questions: [{ kind: "scale", text: "It is", options: ["a", "b"] }, ...questions],
      }),
    );
    pulse = { id: made.row.id, unit: made.unit.id, question: made.questions[0]?.id as string };
    // Fay comes back for the round, so that Ann is not alone.
    await state.as(ann, (tx) =>
      tx
        .insert(membership)
        .values({ person: "fay", unit: pulse.unit, role: "member", from: sql`org_today()` } as never),
    );
    round = await opens();
  });
  afterAll(() => state?.close());

  const tried = (who: string, work: (tx: Tx) => Promise<{ rowCount: number | null }>) =>
    state
      .as(who, async (tx) => (await work(tx)).rowCount ?? 0)
      .catch((error: Error) => String(error.cause ?? "") + String(error));
  const opening = { questions: [], asked: 0, openedAt: at, until: "2099-01-01" };
  const opens = async () =>
    (
      await state.as(ann, (tx) =>
        tx
          .insert(pulseRound)
          .values({ ...opening, pulse: pulse.id, openedBy: ann })
          .returning({ id: pulseRound.id }),
      )
    )[0]?.id as string;
  const answers = (who: string, values: Partial<typeof pulseAnswer.$inferInsert> = {}) =>
    tried(who, (tx) =>
      tx.insert(pulseAnswer).values({ round, question: pulse.question, person: who, option: 3, ...values }),
    );
  const seen = async (who: string, table: typeof pulseAnswer | typeof pulseAsked | typeof pulseCount) =>
    (await state.as(who, (tx) => tx.select().from(table).where(eq(table.round, round)))).length;
  const closes = (who: string, set: object) =>
    tried(who, (tx) =>
      tx
        .update(pulseRound)
        .set({ closedAt: at, ...set })
        .where(eq(pulseRound.id, round)),
    );

  test("fixes what a round asks and whom, whatever is said to it", async () => {
    const [row] = await state.as(ann, (tx) => tx.select().from(pulseRound).where(eq(pulseRound.id, round)));
    expect([row?.questions.length, row?.asked, row?.threshold, row?.answered]).toEqual([2, 2, 5, null]);
    for (const who of [...outsiders, "fay"])
      expect([
        who,
        await tried(who, (tx) =>
          tx.insert(pulseRound).values({ ...opening, pulse: pulse.id, openedBy: ann }),
        ),
      ]).toEqual([who, refused]);
    for (const set of [
      "questions = '{}'",
      "asked = 1",
      "threshold = 9",
      "answered = 2",
      "until = '2020-01-01'",
    ])
      expect([
        set,
        await tried(ann, (tx) => tx.execute(sql.raw(`update loops_pulse_round set ${set}`))),
      ]).toEqual([set, refused]);
    expect(await tried(ann, (tx) => tx.insert(pulseAsked).values({ round, person: cem }))).toEqual(refused);
  });

  test("takes an answer from those alone whom it asks, in their own name, of its own questions", async () => {
    expect(await answers(ann)).toBe(1);
    expect(await answers("fay", { option: 4 })).toBe(1);
    for (const who of outsiders) expect([who, await answers(who)]).toEqual([who, refused]);
    expect(await answers(ann, { person: "fay" })).toEqual(refused);
    const [other] = await state.as(ann, (tx) =>
      tx
        .insert(pulseQuestion)
        .values({ pulse: pulse.id, kind: "words", text: "X", place: 4, writtenAt: at })
        .returning(),
    );
    expect(await answers(ann, { question: other?.id as string })).toEqual(refused);
  });

  test("shows a row of answers to its author alone, and counts to nobody before it closes", async () => {
    expect(await Promise.all([ann, "fay", ...outsiders].map((who) => seen(who, pulseAnswer)))).toEqual([
      ...[1, 1, 0, 0, 0, 0, 0],
    ]);
    expect(await seen(ann, pulseAsked)).toBe(1);
    expect(await seen(ann, pulseCount)).toBe(0);
    const { rows } = await state.as(ann, (tx) =>
      tx.execute(sql`select * from loops_pulse_answered(array[${round}]::uuid[])`),
    );
    // It asks two, so that one would know of the other.
    expect(rows).toEqual([]);
    expect(
      await tried(ann, (tx) =>
        tx.insert(pulseCount).values({ round, question: pulse.question, n: 2, counts: [] }),
      ),
    ).toEqual(refused);
    await expect(state.asJobs((tx) => tx.select().from(pulseAnswer))).rejects.toThrow();
  });

  test("closes a round once, for its members, and never in the name of another", async () => {
    for (const who of outsiders)
      expect([who, await closes(who, { closedBecause: "hand", closedBy: who })]).toEqual([who, 0]);
    expect(await closes(ann, { closedBecause: "hand", closedBy: "fay" })).toEqual(refused);
    expect(await closes(ann, { closedBecause: "day" })).toEqual(refused);
    await state.as("fay", (tx) => tx.delete(pulseAnswer).where(eq(pulseAnswer.round, round)));
    expect(await closes(ann, { closedBecause: "all" })).toEqual(refused);
    expect(await answers("fay", { option: 4 })).toBe(1);
    expect(await closes(ann, { closedBecause: "all" })).toBe(1);
    expect(await closes(ann, { closedBecause: "hand", closedBy: ann })).toBe(0);
    for (const who of [ann, "fay"]) expect([who, await answers(who)]).toEqual([who, refused]);
    expect(await tried(ann, (tx) => tx.delete(pulseAnswer).where(eq(pulseAnswer.round, round)))).toBe(0);
  });

  test("tells what it came to to those whom it asked, as long as they belong there", async () => {
    const [row] = await state.as(ann, (tx) =>
      tx.select().from(pulseCount).where(eq(pulseCount.round, round)),
    );
    expect([row?.n, row?.counts]).toEqual([2, [0, 0, 1, 1, 0]]);
    expect(await Promise.all(outsiders.map((who) => seen(who, pulseCount)))).toEqual([0, 0, 0, 0, 0]);
    expect(await seen("fay", pulseCount)).toBe(1);
    await state.as(ann, (tx) =>
      tx.delete(membership).where(sql`${membership.person} = 'fay' and ${membership.until} is null`),
    );
    expect([await seen("fay", pulseCount), await seen("fay", pulseAnswer)]).toEqual([0, 1]);
    await state.as(ann, (tx) =>
      tx
        .insert(membership)
        .values({ person: cem, unit: pulse.unit, role: "member", from: sql`org_today()` } as never),
    );
    expect([await seen(cem, pulseCount), await seen(cem, pulseAnswer)]).toEqual([0, 0]);
  });

  test("lets a team take up only what a group above offers, in its very words, and nobody gather but the jobs", async () => {
    const [one] = await state.as(lea, (tx) => tx.select().from(offer));
    const [asked] = await state.as(ann, (tx) => tx.select().from(offerQuestion));
    const made = (who: string, more: object) =>
      tried(who, (tx) =>
        tx
          .insert(offerQuestion)
          .values({ ...(asked as NonNullable<typeof asked>), id: undefined, ...more } as never),
      );
    for (const who of [ann, ...outsiders]) expect([who, await made(who, {})]).toEqual([who, refused]);
    const loop = await state.as(
      ann,
      async (tx) =>
        (
          await addLoop(tx, ann, {
            unit: "payments",
            area: "a",
            question: "X",
            measures: [],
            rule: "FREQ=WEEKLY",
            at: "09:00",
            every: "week",
            now: at.getTime(),
          })
        ).row.id,
    );
    const begun = { unit: pulse.unit, loop, begunBy: ann, begunAt: at, offer: one?.id as string };
    expect(await tried(ann, (tx) => tx.insert(pulseTable).values({ ...begun, openedAt: at }))).toEqual(
      refused,
    );
    expect(await tried(ann, (tx) => tx.insert(pulseTable).values(begun))).toBe(1);
    const [taken] = await state.as(ann, (tx) =>
      tx.select().from(pulseTable).where(eq(pulseTable.loop, loop)),
    );
    const words = {
      pulse: taken?.id as string,
      offered: asked?.id as string,
      kind: "scale",
      place: 0,
      writtenAt: at,
    } as const;
    const writes = (text: string, of = words.pulse) =>
      tried(ann, (tx) =>
        tx.insert(pulseQuestion).values({ ...words, pulse: of, text, options: asked?.options as string[] }),
      );
    expect(await writes("It is not")).toEqual(refused);
    expect(await writes("It is", pulse.id)).toEqual(refused);
    expect(await writes("It is")).toBe(1);
    for (const who of [ann, lea, administrator])
      expect([
        who,
        await tried(who, (tx) => tx.execute(sql`select * from loops_gather(${pulse.id}::uuid)`)),
      ]).toEqual([who, refused]);
    expect(
      await tried(lea, (tx) => tx.insert(figure).values({ gathering: pulse.id, question: pulse.id })),
    ).toEqual(refused);
  });
});
