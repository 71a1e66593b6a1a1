import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openState, stateMigrations } from "../../src/platform/state/open-state.ts";
import { withOwnerUrl } from "../../src/platform/state/testing.ts";
import { newDatabase } from "../../src/platform/state/testing-postgres.ts";
import { happens, layOut, type Step } from "./library-world.ts";

/** Before there was a library, on a server, whose owner of tables is no superuser. */
test("what was written before there was a library is found in it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "septet-before-library-"));
  const place = await newDatabase();
  try {
    await cp(stateMigrations, folder, {
      recursive: true,
      filter: (file) => !(basename(file).endsWith(".sql") && basename(file) >= "0013"),
    });
    const before = withOwnerUrl(
      await openState(place, { migrations: pathToFileURL(`${folder}/`) }),
      place.administratorUrl,
    );
    await layOut(before);
    const life: Step[] = [
      ["experiment", 3, 0, 0],
      ["own experiment", 3, 1, 0],
      ["conclusion", 0, 0, 1],
      ["note", 3, 0, 1],
      ["note", 3, 0, 2],
      ["purpose", 3, 1, 0],
      ["purpose", 3, 2, 0],
      ["opened", 3, 0, 0],
    ];
    for (const step of life) await happens(before, step);
    await before.close();

    const state = withOwnerUrl(await openState(place), place.administratorUrl);
    const { rows } = await state.asOwner((tx) =>
      tx.execute(
        sql`select kind, count(*) as n, count(reads) as opened from library_text group by kind order by kind`,
      ),
    );
    const readers = await state.asOwner((tx) => tx.execute(sql`select kind, person from library_reader`));
    await state.close();
    expect(rows).toEqual([
      { kind: "conclusion", n: "1", opened: "0" },
      { kind: "experiment", n: "2", opened: "0" },
      { kind: "note", n: "2", opened: "1" },
      { kind: "purpose", n: "2", opened: "1" },
    ]);
    expect(readers.rows).toEqual([{ kind: "note", person: "p5" }]);
  } finally {
    await place.leave();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
