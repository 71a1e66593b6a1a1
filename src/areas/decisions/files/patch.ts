import { structuredPatch } from "diff";

/** A file before and after; before is null where it is new. */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

/** All changes as a patch that `git apply` takes, byte for byte: a byte is a sign here, whatever it stands for. */
export function patchOf(changes: readonly FileChange[]): Uint8Array {
  return new Uint8Array(Buffer.from(changes.map(onePatch).join(""), "latin1"));
}

function onePatch({ path, before, after }: FileChange): string {
  const [old, now] = [before ?? new Uint8Array(), after].map((bytes) =>
    Buffer.from(bytes).toString("latin1"),
  );
  const { hunks } = structuredPatch("", "", old ?? "", now ?? "", "", "", { context: 3 });
  if (hunks.length === 0 && before !== null) return "";
  const [a, b] = [named("a", path), named("b", path)];
  const head = `diff --git ${a} ${b}\n${before === null ? "new file mode 100644\n" : ""}`;
  if (hunks.length === 0) return head;
  const end = path.includes(" ") ? "\t" : "";
  return [
    `${head}--- ${before === null ? "/dev/null" : a + end}\n+++ ${b}${end}\n`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${begin(oldStart, oldLines)},${oldLines} +${begin(newStart, newLines)},${newLines} @@\n`,
      ...lines.map((line) => `${line}\n`),
    ]),
  ].join("");
}

/** Of no lines the line before them is named. */
const begin = (line: number, lines: number): number => (lines === 0 ? line - 1 : line);

/** As git quotes paths (quote.c): bytes beyond ASCII and signs that would end the name in octal. */
function named(side: "a" | "b", path: string): string {
  const bytes = Buffer.from(`${side}/${path}`, "utf8");
  const plain = bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c);
  if (plain) return bytes.toString("latin1");
  const signs = [...bytes].map((byte) =>
    byte === 0x22 || byte === 0x5c
      ? `\\${String.fromCharCode(byte)}`
      : byte < 0x20 || byte >= 0x7f
        ? `\\${byte.toString(8).padStart(3, "0")}`
        : String.fromCharCode(byte),
  );
  return `"${signs.join("")}"`;
}
