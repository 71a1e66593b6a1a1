import { expect, test } from "vitest";
import { importFile } from "./file-text.ts";

test("a file in UTF-8 is read, and one in another encoding is refused instead of read wrongly", () => {
  expect(importFile("a.csv", new TextEncoder().encode("Zoë"))).toEqual({ name: "a.csv", text: "Zoë" });
  expect(() => importFile("a.csv", Uint8Array.of(0x5a, 0x6f, 0xeb))).toThrow(
    "a.csv is no text in UTF-8. Save it as UTF-8, and try again.",
  );
});
