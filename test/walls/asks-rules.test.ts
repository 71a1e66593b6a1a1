import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { advocacyTables } from "../../src/areas/advocacy/testing.ts";
import { deliveryTables } from "../../src/areas/delivery/testing.ts";
import * as loops from "../../src/core/loops/tables.ts";
import * as org from "../../src/core/org/tables.ts";
import type { Tx } from "../../src/platform/state/state-db.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { actors, makeWorld } from "./world.ts";

const { ask, origin, step } = advocacyTables;
const { begun, impediment } = deliveryTables;
/** Refused by the database itself, past all code. */
const refused = expect.stringMatching(/permission denied|row-level security/);
const impossible = expect.stringMatching(/violates check constraint/);
const { member, administrator, stranger } = actors;
const [cem, lea, fay] = ["cem", "lea", "fay"] as const;
const at = new Date();

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("%s itself", (_, open) => {
  let state: TestState;
  const units: Record<string, string> = {};
  /** What Payments asks Lea, and what it asks Shop. */
  let toLea: string | undefined;
  let toShop: string | undefined;
  beforeAll(async () => {
    state = await open();
    await makeWorld(state);
    for (const { slug, id } of await state.as(member, (tx) => tx.select().from(org.unit))) units[slug] = id;
    const rows = await state.as(member, (tx) => tx.select().from(ask));
    toLea = rows.find(({ toPerson }) => toPerson === lea)?.id;
    toShop = rows.find(({ toUnit }) => toUnit === units.shop)?.id;
  });
  afterAll(() => state?.close());

  const id = (slug: string) => units[slug] as string;
  const tried = (who: string, work: (tx: Tx) => Promise<{ rowCount: number | null }>) =>
    state
      .as(who, async (tx) => (await work(tx)).rowCount ?? 0)
      .catch((error: Error) => String(error.cause ?? "") + String(error));
  const asks = (who: string, more: object) =>
    tried(who, (tx) =>
      tx.insert(ask).values({ fromUnit: id("payments"), title: "X", askedBy: who, askedAt: at, ...more }),
    );
  let n = 1;
  const says = (who: string, values: Partial<typeof step.$inferInsert>) =>
    tried(who, (tx) =>
      tx.insert(step).values({
        ...{
          ask: toLea as string,
          n: ++n,
          side: "asked",
          kind: "words",
          words: "X",
          saidBy: who,
          saidAt: at,
        },
        ...values,
      }),
    );

  test.each([
    ["another team's member", cem],
    ["the leader above", lea],
    ["who runs the installation", administrator],
    ["a former member", fay],
    ["a stranger", stranger],
  ])("lets %s ask nothing in the name of a team", async (_who, person) => {
    expect(await asks(person, { toUnit: id("commerce") })).toEqual(refused);
  });

  test("lets a team ask upward and sideways alone, one person or one unit, in the asker's own name", async () => {
    expect(await asks(member, { toUnit: id("organisation") })).toBe(1);
    expect(await asks(member, { toPerson: lea })).toBe(1);
    expect(await asks(member, { toUnit: id("payments") })).toEqual(refused);
    expect(await asks(lea, { fromUnit: id("commerce"), toUnit: id("payments") })).toEqual(refused);
    expect(await asks(member, { toPerson: cem })).toEqual(refused);
    expect(await asks(member, { toPerson: administrator })).toEqual(refused);
    expect(await asks(member, {})).toEqual(refused);
    expect(await asks(member, { toPerson: lea, toUnit: id("shop") })).toEqual(refused);
    expect(await asks(member, { toUnit: id("shop"), askedBy: lea })).toEqual(refused);
  });

  test("lets each side say what is its own to say, in its own name, and nobody else anything", async () => {
    expect(await says(lea, { kind: "yes" })).toBe(1);
    expect(await says(member, { side: "asking", kind: "helped", helped: "yes" })).toBe(1);
    expect(await says(cem, { ask: toShop as string, kind: "no" })).toBe(1);
    expect(await says(member, {})).toEqual(refused);
    expect(await says(lea, { side: "asking" })).toEqual(refused);
    expect(await says(lea, { saidBy: member })).toEqual(refused);
    for (const who of [cem, administrator, fay, stranger, ""])
      for (const side of ["asking", "asked"] as const) expect(await says(who, { side })).toEqual(refused);
    expect(await says(lea, { kind: "withdrawn" })).toEqual(impossible);
    expect(await says(member, { side: "asking", kind: "yes" })).toEqual(impossible);
    expect(await says(lea, { kind: "no", words: "" })).toEqual(impossible);
  });

  test("keeps what was said as it was, and gives no place twice", async () => {
    for (const statement of ["update advocacy_step set words = 'y'", "delete from advocacy_step"])
      expect(await tried(lea, (tx) => tx.execute(sql.raw(statement)))).toEqual(refused);
    for (const statement of ["update advocacy_ask set title = 'y'", "delete from advocacy_ask"])
      expect(await tried(member, (tx) => tx.execute(sql.raw(statement)))).toEqual(refused);
    expect(await says(lea, { n: 1 })).toEqual(expect.stringMatching(/duplicate key/));
  });

  test("tells of whose loop an ask came to those who ask, and to nobody who is asked", async () => {
    const [loop] = await state.as(member, (tx) =>
      tx
        .insert(loops.loop)
        .values({
          ...{ unit: id("payments"), about: id("payments"), area: "advocacy", question: "What?" },
          ...{ rule: "FREQ=WEEKLY", starts: "2026-01-05", createdBy: member },
        })
        .returning(),
    );
    const from = { loop: loop?.id as string, due: "2026-01-05" };
    const put = (who: string, of: string) =>
      tried(who, (tx) => tx.insert(origin).values({ ask: of, ...from }));
    expect(await put(lea, toLea as string)).toEqual(refused);
    expect(await put(member, toLea as string)).toBe(1);
    const seen = async (who: string) =>
      (
        await state.as(who, (tx) =>
          tx
            .select()
            .from(origin)
            .where(eq(origin.ask, toLea as string)),
        )
      ).length;
    expect(await Promise.all([member, lea, cem, administrator, fay].map(seen))).toEqual([1, 0, 0, 0, 0]);
  });

  test("finds a leader by an address for those below alone", async () => {
    const found = async (who: string, email: string) => {
      const { rows } = await state.as(who, (tx) =>
        tx.execute<{ at: string | null }>(
          sql`select advocacy_lead_at(${id("payments")}::uuid, ${email}) as at`,
        ),
      );
      return rows[0]?.at;
    };
    expect(await found(member, "LEA@example.org")).toBe(lea);
    expect(await found(member, "cem@example.org")).toBeNull();
    for (const who of [cem, administrator, fay, stranger, ""])
      expect(await found(who, "lea@example.org")).toBeNull();
  });

  test("keeps what is in a team's way to its members, who end it once", async () => {
    const adds = (who: string) =>
      tried(who, (tx) =>
        tx.insert(impediment).values({ unit: id("payments"), text: "X", saidBy: who, saidAt: at }),
      );
    for (const who of [cem, lea, administrator, fay, stranger]) expect(await adds(who)).toEqual(refused);
    expect(await adds(member)).toBe(1);
    const [one] = await state.as(member, (tx) => tx.select().from(impediment));
    const of = one?.id as string;
    const begins = (who: string) =>
      tried(who, (tx) => tx.insert(begun).values({ impediment: of, kind: "experiment", thing: of, at }));
    expect(await begins(lea)).toEqual(refused);
    expect(await begins(member)).toBe(1);
    const ends = (who: string) =>
      tried(who, (tx) => tx.update(impediment).set({ goneAt: at }).where(eq(impediment.id, of)));
    expect([await ends(lea), await ends(administrator), await ends(member), await ends(member)]).toEqual([
      ...[0, 0, 1, 0],
    ]);
  });
});
