import { expect, test } from "vitest";
import { linked } from "./linked.ts";

test("an address in brackets is a link without them", () => {
  expect(linked("DORA, 2026-01 (https://dora.dev/guides/dora-metrics/)")).toEqual([
    { text: "DORA, 2026-01 (" },
    { text: "https://dora.dev/guides/dora-metrics/", href: "https://dora.dev/guides/dora-metrics/" },
    { text: ")" },
  ]);
});

test("nothing but http and https becomes a link", () => {
  const text = "javascript:alert(1) data:text/html,x ftp://x.org Git history";
  expect(linked(text)).toEqual([{ text }]);
});
