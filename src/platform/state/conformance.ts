/** Test support: the claims that the state store keeps on every driver. When production surprises, the surprise comes here first. */
import { eq, sql } from "drizzle-orm";
import { date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Failure } from "../errors.ts";
import type { TestState } from "./testing.ts";

const note = pgTable("probe_note", {
  id: integer().primaryKey(),
  owner: text().notNull(),
  words: text().notNull(),
  day: date({ mode: "string" }),
});

const layOut = sql.raw(`
  create table probe_note (id int primary key, owner text not null, words text not null, day date);
  alter table probe_note enable row level security;
  alter table probe_note force row level security;
  create policy own on probe_note to septet_app using (owner = septet_person());
  grant select, insert, update, delete on probe_note to septet_app;
  create table probe_secret (word text);
  insert into probe_secret values ('sesame');
  grant select, insert on probe_secret to septet_auth;
  create table probe_queue (word text);
  grant select, insert, delete on probe_queue to septet_jobs;
`);

const count = sql<{ n: number }>`select count(*) as n from probe_note`;

export function stateConformance(name: string, open: () => Promise<TestState>): void {
  describe(`state on ${name}`, () => {
    let state: TestState;

    beforeAll(async () => {
      state = await open();
      await state.asOwner((tx) => tx.execute(layOut));
      await state.as("ada", (tx) => tx.insert(note).values({ id: 1, owner: "ada", words: "hers", day: "2026-01-02" }));
      await state.as("ben", (tx) => tx.insert(note).values({ id: 2, owner: "ben", words: "his" }));
    });
    afterAll(() => state.close());

    const wordsOf = (person: string) => state.as(person, async (tx) => (await tx.select().from(note)).map((row) => row.words));
    const inOwn = async (role: "auth" | "jobs", statement: string) =>
      (role === "auth" ? state.authPool : state.jobsPool).query(statement);

    describe("who sees what", () => {
      test("a person sees what the policies give them, and only that", async () => {
        expect([await wordsOf("ada"), await wordsOf("ben"), await wordsOf("eve")]).toEqual([["hers"], ["his"], []]);
      });

      test("a person cannot write in another's name", async () => {
        const forged = state.as("eve", (tx) => tx.insert(note).values({ id: 3, owner: "ada", words: "forged" }));
        await expect(forged).rejects.toMatchObject({ code: "42501" });
      });

      test("the person does not stay for the next transaction, whoever makes it", async () => {
        await wordsOf("ada");
        const { rows } = await state.bare.query("select septet_person() as person, (select count(*)::int from probe_note) as n");
        expect(rows).toEqual([{ person: null, n: 0 }]);
      });

      test("a person's name is text, whatever it holds", async () => {
        const hostile = `ada', true); set role postgres; --`;
        const rows = await state.as(hostile, (tx) => tx.execute<{ person: string }>(sql`select septet_person() as person`));
        expect(rows.rows).toEqual([{ person: hostile }]);
      });

      test("what forgets to ask for a role can write nothing and read nothing but what the policies give nobody", async () => {
        const { rows } = await state.bare.query("select current_user as role");
        expect(rows).toEqual([{ role: "septet_app" }]);
        await expect(state.bare.query("select * from probe_secret")).rejects.toMatchObject({ code: "42501" });
        await expect(state.bare.query("create table mine (n int)")).rejects.toMatchObject({ code: "42501" });
        await expect(state.bare.query("create temporary table mine (n int)")).rejects.toMatchObject({ code: "42501" });
        await expect(state.bare.query("select * from septet_migration")).rejects.toMatchObject({ code: "42501" });
      });

      test.each([
        ["septet_app", "probe_secret", () => state.as("ada", (tx) => tx.execute(sql`select * from probe_secret`))],
        ["septet_app", "probe_queue", () => state.as("ada", (tx) => tx.execute(sql`select * from probe_queue`))],
        ["septet_app", "pg-boss", () => state.as("ada", (tx) => tx.execute(sql`select * from pgboss.job`))],
        ["septet_auth", "probe_note", () => inOwn("auth", "select * from probe_note")],
        ["septet_auth", "probe_queue", () => inOwn("auth", "select * from probe_queue")],
        ["septet_auth", "pg-boss", () => inOwn("auth", "select * from pgboss.job")],
        ["septet_jobs", "probe_note", () => inOwn("jobs", "select * from probe_note")],
        ["septet_jobs", "probe_secret", () => inOwn("jobs", "select * from probe_secret")],
      ])("%s cannot read %s", async (_role, _table, ask) => {
        await expect(ask()).rejects.toMatchObject({ code: "42501" });
      });

      test("sign-in and jobs reach what is theirs, through a pool and through a transaction", async () => {
        const words = "select word from probe_secret";
        expect((await state.authPool.query(words)).rows).toEqual([{ word: "sesame" }]);
        expect((await state.asAuth((tx) => tx.execute(sql.raw(words)))).rows).toEqual([{ word: "sesame" }]);
        await state.asJobs((tx) => tx.execute(sql`insert into probe_queue values ('a')`));
        expect((await state.jobsPool.query("delete from probe_queue where word = $1", ["a"])).rowCount).toBe(1);
      });
    });

    describe("transactions", () => {
      test("an error that is thrown takes back all that was written", async () => {
        const failing = state.as("ada", async (tx) => {
          await tx.insert(note).values({ id: 10, owner: "ada", words: "never" });
          throw new Error("changed my mind");
        });
        await expect(failing).rejects.toThrow("changed my mind");
        expect(await wordsOf("ada")).toEqual(["hers"]);
      });

      test("a statement's error that is swallowed does not pass for success", async () => {
        const swallowed = state.as("ada", async (tx) => {
          await tx.insert(note).values({ id: 11, owner: "ada", words: "never" });
          await tx.execute(sql`select 1 / 0`).catch(() => undefined);
        });
        await expect(swallowed).rejects.toThrow("Nothing was saved");
        expect(await wordsOf("ada")).toEqual(["hers"]);
      });

      test("a statement's error keeps PostgreSQL's code and does not tell the parameters", async () => {
        const twice = state.as("ada", (tx) => tx.insert(note).values({ id: 1, owner: "ada", words: "a secret" }));
        await expect(twice).rejects.toMatchObject({ code: "23505", message: expect.not.stringContaining("a secret") });
      });

      test("a part of a transaction can fail by itself", async () => {
        const kept = await state.as("ada", async (tx) => {
          await tx.transaction((part) => part.execute(sql`select 1 / 0`)).catch(() => undefined);
          return (await tx.execute(count)).rows;
        });
        expect(kept).toEqual([{ n: 1 }]);
      });

      test("fifty at once all finish, and none loses what another wrote", async () => {
        await state.as("ada", (tx) => tx.update(note).set({ words: "0" }).where(eq(note.id, 1)));
        const increment = () => state.as("ada", (tx) => tx.execute(sql`update probe_note set words = (words::int + 1)::text where id = 1`));
        await Promise.all(Array.from({ length: 50 }, increment));
        expect(await wordsOf("ada")).toEqual(["50"]);
        await state.as("ada", (tx) => tx.update(note).set({ words: "hers" }).where(eq(note.id, 1)));
      });

      test("a query from inside another transaction throws at once instead of waiting for itself", async () => {
        const inside = (work: () => Promise<unknown>) => state.as("ada", () => work());
        await expect(inside(() => state.jobsPool.query("select 1"))).rejects.toThrow(/inside a state transaction/);
        await expect(inside(() => state.authPool.connect())).rejects.toThrow(/inside a state transaction/);
        await expect(inside(() => state.as("ben", async () => 1))).rejects.toThrow(/inside a state transaction/);
        await expect(inside(() => state.notify("probe", "x"))).rejects.toThrow(/inside a state transaction/);
      });

      test("what was started inside a transaction may ask once it is over", async () => {
        const { promise: over, resolve } = Promise.withResolvers<void>();
        const later = await state.as("ada", async () => ({ asked: over.then(() => state.jobsPool.query("select 1 as one")) }));
        resolve();
        expect((await later.asked).rows).toEqual([{ one: 1 }]);
      });

      test("a connection that breaks inside a transaction harms nobody else, and nothing of it is kept", async () => {
        const client = await state.bare.connect();
        client.on("error", () => undefined);
        await client.query("begin; set local role septet_app");
        await client.query("select set_config('septet.person', 'ada', true)");
        await client.query("insert into probe_note values (12, 'ada', 'never')");
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
        client.release(true);
        expect(await wordsOf("ada")).toEqual(["hers"]);
      });

      test("libraries make transactions of their own through a pool, in its role", async () => {
        const db = drizzle({ client: state.jobsPool });
        const failing = db.transaction(async (tx) => {
          await tx.execute(sql`insert into probe_queue values ('b')`);
          tx.rollback();
        });
        await expect(failing).rejects.toThrow();
        const role = await db.transaction(async (tx) => (await tx.execute(sql`select current_user as role`)).rows);
        expect([role, (await db.execute(sql`select * from probe_queue`)).rows]).toEqual([[{ role: "septet_jobs" }], []]);
      });

      test("statements that libraries name do not clash between roles", async () => {
        const named = (statement: string) => ({ name: "probe", text: statement });
        expect((await state.jobsPool.query(named("select 1 as a"))).rows).toEqual([{ a: 1 }]);
        expect((await state.authPool.query(named("select 2 as b"))).rows).toEqual([{ b: 2 }]);
      });
    });

    describe("values", () => {
      const first = async (query: ReturnType<typeof sql>) => state.as("ada", async (tx) => (await tx.execute(query)).rows[0]);

      test("counts and decimals are numbers, and dates are plain days", async () => {
        const row = await first(sql`select count(*) as n, date '2026-01-02' as day, 1.50::numeric as part from probe_note`);
        expect(row).toEqual({ n: 1, day: "2026-01-02", part: 1.5 });
      });

      test("a whole number too large for a number keeps its digits, as text", async () => {
        expect(await first(sql`select 9007199254740993::int8 as big`)).toEqual({ big: "9007199254740993" });
      });

      test("moments are dates in time, JSON is what it says, and null is null", async () => {
        const row = await first(
          sql`select timestamptz '2026-01-02 03:04:05.678+01' as at, '{"a":[1,null,"x"]}'::jsonb as json, null::int8 as nothing`,
        );
        expect(row).toEqual({ at: new Date("2026-01-02T02:04:05.678Z"), json: { a: [1, null, "x"] }, nothing: null });
      });

      test("arrays hold the same as what they are of", async () => {
        const row = await first(sql`select array[1, null]::int8[] as n, array[date '2026-01-02'] as days, array['a', 'b,"c'] as words`);
        expect(row).toEqual({ n: [1, null], days: ["2026-01-02"], words: ["a", 'b,"c'] });
      });

      test("a table's columns come back as Drizzle declares them", async () => {
        expect(await state.as("ada", (tx) => tx.select().from(note))).toEqual([{ id: 1, owner: "ada", words: "hers", day: "2026-01-02" }]);
      });

      test("hostile text stays text", async () => {
        const hostile = `'; drop table probe_note; -- \\ " ü 🜁 \n`;
        expect(await first(sql`select ${hostile}::text as words`)).toEqual({ words: hostile });
      });

      test("a text of five million characters passes", async () => {
        expect(await first(sql`select length(${"ü".repeat(5_000_000)}::text) as n`)).toEqual({ n: 5_000_000 });
      });

      test("text with a NUL is refused in words that say so, and what was begun goes on working", async () => {
        const refused = first(sql`select ${"a\0b"}::text as words`);
        await expect(refused).rejects.toThrow(Failure);
        await expect(refused).rejects.toThrow(/NUL/);
        await expect(first(sql`select ${JSON.stringify({ a: "\0" })}::jsonb as json`)).rejects.toThrow(/NUL/);
        expect(await first(sql`select 1 as one`)).toEqual({ one: 1 });
      });
    });

    describe("notifications", () => {
      test("who listens hears what is told after that, on that channel, until they stop", async () => {
        const heard: string[] = [];
        const stop = await state.listen("probe one", (payload) => heard.push(payload));
        await state.notify("probe one", "a");
        await state.notify("probe two", "b");
        await expect.poll(() => heard).toEqual(["a"]);
        await stop();
        await state.notify("probe one", "c");
        const again: string[] = [];
        const stopAgain = await state.listen("probe one", (payload) => again.push(payload));
        await state.notify("probe one", "d");
        await expect.poll(() => again).toContain("d");
        await stopAgain();
        expect(heard).toEqual(["a"]);
      });

      test("a message too long for PostgreSQL is refused everywhere", async () => {
        await expect(state.notify("probe", "x".repeat(8000))).rejects.toThrow(/at most/);
      });
    });
  });
}
