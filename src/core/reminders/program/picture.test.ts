import { expect, test } from "vitest";
import type { Stave } from "../../timeline/contract.ts";
import { pictureOf } from "./picture.ts";

const span = { from: "2026-05-04", to: "2026-11-01" };
const startOf = (week: number) =>
  new Date(Date.parse(span.from) + week * 7 * 86_400_000).toISOString().slice(0, 10);
const stave = (tried: string): Stave => ({
  ...{ area: "delivery", title: "Change lead time", question: "How long?", measure: null, loop: null },
  points: Array.from({ length: 25 }, (_, week) => ({ start: startOf(week), value: 90 + (week % 5), n: 1 })),
  ...{ partial: [], chart: null, redrawn: [], marks: [], checkIns: [startOf(3)] },
  bars: [{ from: startOf(5), until: startOf(20), text: tried, href: null }],
  latest: { reading: "94", usual: "last whole week" },
});
const drawn = (tried: string) => pictureOf({ stave: stave(tried), every: "week", ...span }, "stave-1");

test("a stave becomes a PNG twice as sharp as it is shown, with what it shows in words", async () => {
  const { png, width, height, says, name } = await drawn("Pairs");
  expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const size = new DataView(png.buffer, png.byteOffset).getUint32(16);
  expect([size, name, says]).toEqual([2 * width, "stave-1", "Change lead time: 94, last whole week"]);
  expect(new DataView(png.buffer, png.byteOffset).getUint32(20)).toBe(2 * height);
});

test.each([
  ["Latin", "Pairs", "Pears"],
  ["with accents", "Größer", "Grüßer"],
  ["Polish", "Żaba", "Żłba"],
  ["Cyrillic", "Привет", "Привёт"],
  ["Greek", "Αλφα", "Αλφη"],
])(
  "words in %s letters are written with the pages' font, which the machine need not have",
  async (_, one, other) => {
    const [first, second] = [await drawn(one), await drawn(other)];
    expect(Buffer.from(first.png).equals(Buffer.from(second.png))).toBe(false);
  },
);
