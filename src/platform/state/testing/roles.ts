/** Test support: only tests import this. */
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Given, note, wordsOf } from "./probe.ts";

export function whoSeesWhat(given: Given): void {
  test("a person sees what the policies give them, and only that", async () => {
    expect([await wordsOf(given, "ada"), await wordsOf(given, "ben"), await wordsOf(given, "eve")]).toEqual([
      ["hers"],
      ["his"],
      [],
    ]);
  });

  test("a person cannot write in another's name", async () => {
    const forged = given().as("eve", (tx) =>
      tx.insert(note).values({ id: 3, owner: "ada", words: "forged" }),
    );
    await expect(forged).rejects.toMatchObject({ code: "42501" });
  });

  test("the person does not stay for the next transaction, whoever makes it", async () => {
    await wordsOf(given, "ada");
    const { rows } = await given().bare.query(
      "select septet_person() as person, (select count(*)::int from probe_note) as n",
    );
    expect(rows).toEqual([{ person: null, n: 0 }]);
  });

  test("a person's name is text, whatever it holds", async () => {
    const hostile = `ada', true); set role postgres; --`;
    const rows = await given().as(hostile, (tx) =>
      tx.execute<{ person: string }>(sql`select septet_person() as person`),
    );
    expect(rows.rows).toEqual([{ person: hostile }]);
  });

  test("what forgets to ask for a role can write nothing and read nothing but what the policies give nobody", async () => {
    const { rows } = await given().bare.query("select current_user as role");
    expect(rows).toEqual([{ role: "septet_app" }]);
    await expect(given().bare.query("select * from probe_secret")).rejects.toMatchObject({ code: "42501" });
    await expect(given().bare.query("create table mine (n int)")).rejects.toMatchObject({ code: "42501" });
    await expect(given().bare.query("create temporary table mine (n int)")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(given().bare.query("select * from septet_migration")).rejects.toMatchObject({
      code: "42501",
    });
  });
}

export function rolesAreClosed(given: Given): void {
  test.each([
    [
      "septet_app",
      "probe_secret",
      () => given().as("ada", (tx) => tx.execute(sql`select * from probe_secret`)),
    ],
    [
      "septet_app",
      "probe_queue",
      () => given().as("ada", (tx) => tx.execute(sql`select * from probe_queue`)),
    ],
    ["septet_app", "pg-boss", () => given().as("ada", (tx) => tx.execute(sql`select * from pgboss.job`))],
    ["septet_auth", "probe_note", () => given().authPool.query("select * from probe_note")],
    ["septet_auth", "probe_queue", () => given().authPool.query("select * from probe_queue")],
    ["septet_auth", "pg-boss", () => given().authPool.query("select * from pgboss.job")],
    ["septet_jobs", "probe_note", () => given().jobsPool.query("select * from probe_note")],
    ["septet_jobs", "probe_secret", () => given().jobsPool.query("select * from probe_secret")],
  ])("%s cannot read %s", async (_role, _table, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: "42501" });
  });

  test("sign-in and jobs reach what is theirs, through a pool and through a transaction", async () => {
    const words = "select word from probe_secret";
    expect((await given().authPool.query(words)).rows).toEqual([{ word: "sesame" }]);
    expect((await given().asAuth((tx) => tx.execute(sql.raw(words)))).rows).toEqual([{ word: "sesame" }]);
    await given().asJobs((tx) => tx.execute(sql`insert into probe_queue values ('a')`));
    expect((await given().jobsPool.query("delete from probe_queue where word = $1", ["a"])).rowCount).toBe(1);
  });
}
