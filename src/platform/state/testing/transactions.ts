/** Test support: only tests import this. */
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { expect, test } from "vitest";
import { type Given, note, wordsOf } from "./probe.ts";

export function transactions(given: Given): void {
  test("an error that is thrown takes back all that was written", async () => {
    const failing = given().as("ada", async (tx) => {
      await tx.insert(note).values({ id: 10, owner: "ada", words: "never" });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await wordsOf(given, "ada")).toEqual(["hers"]);
  });

  test("a statement's error that is swallowed does not pass for success", async () => {
    const swallowed = given().as("ada", async (tx) => {
      await tx.insert(note).values({ id: 11, owner: "ada", words: "never" });
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("Nothing was saved");
    expect(await wordsOf(given, "ada")).toEqual(["hers"]);
  });

  test("a statement's error keeps PostgreSQL's code and does not tell the parameters", async () => {
    const twice = given().as("ada", (tx) =>
      tx.insert(note).values({ id: 1, owner: "ada", words: "a secret" }),
    );
    await expect(twice).rejects.toMatchObject({
      code: "23505",
      message: expect.not.stringContaining("a secret"),
    });
  });

  test("a part of a transaction can fail by itself", async () => {
    const kept = await given().as("ada", async (tx) => {
      await tx.transaction((part) => part.execute(sql`select 1 / 0`)).catch(() => undefined);
      return (await tx.execute(sql`select count(*) as n from probe_note`)).rows;
    });
    expect(kept).toEqual([{ n: 1 }]);
  });

  test("fifty at once all finish, and none loses what another wrote", async () => {
    await given().as("ada", (tx) => tx.update(note).set({ words: "0" }).where(eq(note.id, 1)));
    const increment = () =>
      given().as("ada", (tx) =>
        tx.execute(sql`update probe_note set words = (words::int + 1)::text where id = 1`),
      );
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await wordsOf(given, "ada")).toEqual(["50"]);
    await given().as("ada", (tx) => tx.update(note).set({ words: "hers" }).where(eq(note.id, 1)));
  });
}

/** Transactions, connections and statements that get in each other's way. */
export function nobodyIsHarmed(given: Given): void {
  test("a query from inside another transaction throws at once instead of waiting for itself", async () => {
    const inside = (work: () => Promise<unknown>) => given().as("ada", () => work());
    await expect(inside(() => given().jobsPool.query("select 1"))).rejects.toThrow(
      /inside a state transaction/,
    );
    await expect(inside(() => given().authPool.connect())).rejects.toThrow(/inside a state transaction/);
    await expect(inside(() => given().as("ben", async () => 1))).rejects.toThrow(
      /inside a state transaction/,
    );
    await expect(inside(() => given().notify("probe", "x"))).rejects.toThrow(/inside a state transaction/);
  });

  test("what was started inside a transaction may ask once it is over", async () => {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const later = await given().as("ada", async () => ({
      asked: over.then(() => given().jobsPool.query("select 1 as one")),
    }));
    resolve();
    expect((await later.asked).rows).toEqual([{ one: 1 }]);
  });

  test("a connection that breaks inside a transaction harms nobody else, and nothing of it is kept", async () => {
    const client = await given().bare.connect();
    client.on("error", () => undefined);
    await client.query("begin; set local role septet_app");
    await client.query("select set_config('septet.person', 'ada', true)");
    await client.query("insert into probe_note values (12, 'ada', 'never')");
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    client.release(true);
    expect(await wordsOf(given, "ada")).toEqual(["hers"]);
  });

  test("libraries make transactions of their own through a pool, in its role", async () => {
    const db = drizzle({ client: given().jobsPool });
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into probe_queue values ('b')`);
      tx.rollback();
    });
    await expect(failing).rejects.toThrow();
    const role = await db.transaction(
      async (tx) => (await tx.execute(sql`select current_user as role`)).rows,
    );
    expect([role, (await db.execute(sql`select * from probe_queue`)).rows]).toEqual([
      [{ role: "septet_jobs" }],
      [],
    ]);
  });

  test("statements that libraries name do not clash between roles", async () => {
    const named = (statement: string) => ({ name: "probe", text: statement });
    expect((await given().jobsPool.query(named("select 1 as a"))).rows).toEqual([{ a: 1 }]);
    expect((await given().authPool.query(named("select 2 as b"))).rows).toEqual([{ b: 2 }]);
  });
}
