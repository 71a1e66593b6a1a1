import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { patchOf } from "./patch.ts";

/** Lines of few kinds, so that they are often the same, with ends as editors leave them and bytes that are no text. */
const bytes = fc
  .array(
    fc.constantFrom("a\n", "b\n", "\n", "c\r\n", "-- \n", "@@ -1 +1 @@\n", "\u00e9\u00ff\n", "d\r", "end"),
    { maxLength: 30 },
  )
  .map((parts) => new Uint8Array(Buffer.from(parts.join(""), "latin1")));
const path = fc.constantFrom(
  "0001-a.md",
  "docs/adr/0002 with blanks.md",
  'q"uote.md',
  "täglich/ü.md",
  "tab.md",
);

test("git makes of the files before exactly the files after", () => {
  const root = mkdtempSync(join(tmpdir(), "septet-patch-"));
  let n = 0;
  try {
    fc.assert(
      fc.property(fc.dictionary(path, fc.tuple(fc.option(bytes), bytes), { minKey: 1 } as never), (files) => {
        const at = join(root, `${n++}`);
        const changes = Object.entries(files).map(([name, [before, after]]) => ({
          path: name,
          before,
          after,
        }));
        const differing = changes.filter(
          ({ before, after }) => !before || !Buffer.from(before).equals(after),
        );
        mkdirSync(at);
        for (const { path: name, before } of changes) {
          if (!before) continue;
          mkdirSync(dirname(join(at, name)), { recursive: true });
          writeFileSync(join(at, name), before);
        }
        const patch = patchOf(differing);
        expect(patch.length > 0).toBe(differing.length > 0);
        if (patch.length === 0) return;
        const given = { cwd: at, input: patch, stdio: ["pipe", "pipe", "pipe"] as const };
        execFileSync("git", ["apply", "--whitespace=nowarn", "-"], given as never);
        for (const { path: name, after } of differing)
          expect(new Uint8Array(readFileSync(join(at, name)))).toEqual(after);
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 60_000);
