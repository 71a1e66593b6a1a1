/** Test support: only tests import this. */
import type { EventsDb } from "../events-db.ts";

/** The store that is examined, once it is open. */
export type Given = () => EventsDb;

export const layOut = (events: EventsDb) =>
  events.query(`
    create table probe_fact (
      id UInt64,
      words String,
      tags Array(String),
      share Nullable(Float64),
      at DateTime64(3, 'UTC')
    ) engine = MergeTree order by id`);

export const fact = (id: number, words = "") => ({
  id,
  words,
  tags: ["a"],
  share: null,
  at: 1_700_000_000_000 + id,
});

export const emptied = (given: Given) => given().query("truncate table probe_fact");

/** The first row of an answer. */
export const one = async (given: Given, sql: string, parameters?: Record<string, unknown>) =>
  (await given().query(sql, parameters))[0];
