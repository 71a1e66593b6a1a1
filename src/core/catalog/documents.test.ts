import { expect, test } from "vitest";
import { contentOf, documentsIn, placeIn, Unreadable } from "./documents.ts";

const documents = (text: string) => documentsIn({ name: "acme.yaml", text });
const contents = (text: string) => documents(text).map(contentOf);
const only = (text: string) => documents(text)[0]!;

function whyNot(text: string) {
  try {
    contentOf(only(text));
  } catch (error) {
    if (error instanceof Unreadable) return { line: error.place.line, reason: error.message };
  }
  return undefined;
}

test("a file holds as many entries as it has parts between three dashes, comments and empty parts aside", () => {
  expect(
    contents("---\n# nothing yet\n---\na: b\n--- # the second\nc: d\n...\n%YAML 1.2\n---\ne: f\n"),
  ).toEqual([{ a: "b" }, { c: "d" }, { e: "f" }]);
});

test("JSON is YAML, and Windows' line ends and a byte order mark do no harm", () => {
  expect(contents('\ufeff{"a": {"b": ["c"]}}\r\n---\r\nd: e\r\n')).toEqual([{ a: { b: ["c"] } }, { d: "e" }]);
});

test("a broken entry is told with its line in the file, and takes no other with it", () => {
  const [first, broken, last] = documents("a: b\n---\nc: [1\nd: e\n---\nf: |\n  g\n");
  expect([contentOf(first!), contentOf(last!)]).toEqual([{ a: "b" }, { f: "g\n" }]);
  expect(() => contentOf(broken!)).toThrow(/deficient indentation/);
  expect(whyNot("# one\n\na: [1\nb: c\n")?.line).toBe(4);
});

test("names that look like numbers or truth stay the text that they are", () => {
  expect(contents("a: 0123\nb: 1.10\nc: yes\nd: true\ne: ~\nf:\n")).toEqual([
    { a: "0123", b: "1.10", c: "yes", d: "true", e: null, f: null },
  ]);
});

test("no entry brings types of its own, or reaches into how objects work", () => {
  expect(whyNot("a: !!js/function 'x'")?.reason).toMatch(/unknown scalar tag/);
  const [hostile] = contents(
    "__proto__: {administrator: yes}\nconstructor: {prototype: {administrator: yes}}",
  );
  expect(({} as { administrator?: string }).administrator).toBeUndefined();
  expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype);
});

test("a bomb of aliases or of depth is refused, quickly", () => {
  const lol = (level: number) =>
    `a${level}: &a${level} [${Array(20)
      .fill(`*a${level - 1}`)
      .join(", ")}]`;
  const aliases = ["a0: &a0 [lol]", ...Array.from({ length: 12 }, (_, level) => lol(level + 1))].join("\n");
  const begin = performance.now();
  expect(whyNot(aliases)?.reason).toMatch(/alias/);
  expect(whyNot("[".repeat(2_000_000))?.reason).toMatch(/depth|nesting/i);
  expect(whyNot(`a: ${"{b: ".repeat(200_000)}`)?.reason).toMatch(/depth|nesting/i);
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test("a field is found on its own line, and one that is missing where it would stand", () => {
  const document = only('# acme\nkind: Group\nspec:\n  "type": team\n  children: [a,\n    b]\n  owner: x\n');
  const line = (...field: string[]) => placeIn(document, field).line;
  expect([
    line(),
    line("spec", "children"),
    line("spec", "owner"),
    line("spec", "nothing"),
    line("nothing"),
  ]).toEqual([2, 5, 7, 3, 2]);
});
