import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEvents } from "./open-events.ts";
import { eventsConformance } from "./testing/conformance.ts";
import { openTestEvents } from "./testing.ts";

eventsConformance("chDB", openTestEvents);

test("closing waits for what runs, and what comes after it is told so", async () => {
  const events = await openTestEvents();
  const running = events.query(
    "select count(sleepEachRow(0.1))::UInt8 as n from numbers(3) settings max_block_size = 1",
  );
  const closed = events.close();
  await expect(events.query("select 1")).rejects.toMatchObject({ code: "not_ready" });
  expect(await running).toEqual([{ n: 3 }]);
  await closed;
});

test("a directory can be opened again, with all that was in it, and nothing is migrated twice", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "septet-events-"));
  const before = await openEvents({ dataDir });
  await before.query("create table probe (n UInt8) engine = MergeTree order by n");
  await before.insert("probe", [{ n: 7 }]);
  await before.close();
  const after = await openEvents({ dataDir });
  expect([before.migrated.length > 0, after.migrated, await after.query("select n from probe")]).toEqual([
    true,
    [],
    [{ n: 7 }],
  ]);
  await after.close();
  await rm(dataDir, { recursive: true });
});
