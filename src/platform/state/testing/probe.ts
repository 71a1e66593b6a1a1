/** Test support: only tests import this. */
import { sql } from "drizzle-orm";
import { date, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { TestState } from "../testing.ts";

/** The store that is examined, once it is open. */
export type Given = () => TestState;

export const note = pgTable("probe_note", {
  id: integer().primaryKey(),
  owner: text().notNull(),
  words: text().notNull(),
  day: date({ mode: "string" }),
});

/** A table for people under a policy, one for sign-in and one for jobs; Ada and Ben have a note each. */
export async function layOut(state: TestState): Promise<void> {
  await state.asOwner((tx) => tx.execute(tables));
  await state.as("ada", (tx) =>
    tx.insert(note).values({ id: 1, owner: "ada", words: "hers", day: "2026-01-02" }),
  );
  await state.as("ben", (tx) => tx.insert(note).values({ id: 2, owner: "ben", words: "his" }));
}

export const wordsOf = (given: Given, person: string): Promise<string[]> =>
  given().as(person, async (tx) => (await tx.select().from(note)).map((row) => row.words));

const tables = sql.raw(`
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
