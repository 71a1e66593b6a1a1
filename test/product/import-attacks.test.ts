import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importCatalog, importPeople } from "../../src/core/catalog/contract.ts";
import { addPerson, components, people, units } from "../../src/core/org/contract.ts";
import { createToken } from "../../src/core/people/tokens/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

const MIB = 1024 ** 2;

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product?.close());

const catalog = (text: string, name = "attack.yaml") => ({ files: [{ name, text }] });
const team = (name: string, more = "") =>
  `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: ${name}\n${more}spec: { type: team }\n`;
const teams = async () => (await product.ask(units, {})).units.map(({ name }) => name);

async function refusal(asking: Promise<unknown>): Promise<string> {
  const error = await asking.then(
    () => undefined,
    (problem) => problem,
  );
  return error instanceof ProblemError ? `${error.problem.status} ${error.message}` : String(error);
}

describe("a catalogue that means harm", () => {
  const billionLaughs = [
    "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]",
    ..."bcdefghij".split("").map((name, n) => {
      const before = "abcdefghi"[n];
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    }),
  ].join("\n");

  test.each([
    ["aliases of aliases that would fill all memory", billionLaughs],
    ["a hundred thousand brackets in each other", `a: ${"[".repeat(100_000)}`],
    ["a tag that would make something run", "a: !!js/function 'function () { return 1 }'"],
    ["one line of ten megabytes", `kind: ${"x".repeat(10 * MIB)}`],
    ["a million keys", Array.from({ length: 1_000_000 }, (_, n) => `k${n}: 1`).join("\n")],
  ])("%s is told, and the entry beside it still goes in", async (_, text) => {
    const answer = await product.ask(importCatalog, catalog(`${text}\n---\n${team("beside")}`));
    expect([answer.read, answer.changes.map(({ what }) => what)]).toEqual([
      1,
      ["beside is new, a team below Organisation"],
    ]);
    expect(answer.problems.map(({ file, line }) => [file, line])).toEqual([
      ["attack.yaml", expect.any(Number)],
    ]);
  });

  test("keys that reach into every object of a program are keys like any other", async () => {
    const text = team(
      "proto",
      "  __proto__: { admin: true }\n  constructor: { prototype: { admin: true } }\n",
    );
    const answer = await product.ask(importCatalog, catalog(`__proto__: { kind: Group }\n---\n${text}`));
    expect([answer.read, answer.problemTotal, "admin" in {}]).toEqual([1, 1, false]);
  });

  test("names that would be obeyed, by a page, a terminal or a reader's eye, are text", async () => {
    const title = '<script>alert(1)</script>\u202e\u001b[31m"; drop table org_unit; --';
    const text = team("named", `  title: ${JSON.stringify(title)}\n`);
    await product.ask(importCatalog, { ...catalog(text), apply: true });
    expect(await teams()).toContain('<script>alert(1)</script> [31m"; drop table org_unit; --');
  });

  test("a file's name is only what it is known by: nothing is read from there", async () => {
    const { changes } = await product.ask(
      importCatalog,
      catalog(team("label"), "../../../../etc/passwd\u0000"),
    );
    expect(changes).toContainEqual({ kind: "unit_added", what: "label is new, a team below Organisation" });
  });
});

describe("a list that means harm", () => {
  test("formulas are text, and stay what they are", async () => {
    const text = `name,email\n"=HYPERLINK(""http://evil.example"")",x@example.org\n`;
    await product.ask(importPeople, { files: [{ name: "hr.csv", text }], apply: true });
    const found = await product.ask(people, { search: "HYPERLINK" });
    expect(found.people.map(({ name }) => name)).toEqual(['=HYPERLINK("http://evil.example")']);
  });

  test("a million columns, a line without end and a quote that is never closed are told", async () => {
    const columns = `${"x,".repeat(1_000_000)}name\nAnn\n`;
    const endless = `name\nAnn\n${"x".repeat(10 * MIB)}\n`;
    const quote = `name\nAnn\n"${"Bo\n".repeat(100_000)}`;
    for (const text of [columns, endless, quote]) {
      const { problems } = await product.ask(importPeople, { files: [{ name: "attack.csv", text }] });
      expect(problems[0]?.reason).toMatch(/too long|never closed/);
    }
  });
});

describe("what is too much", () => {
  test("fifty megabytes are previewed, while others are answered", { timeout: 120_000 }, async () => {
    const entry = `kind: Component\napiVersion: backstage.io/v1\nmetadata:\n  description: ${"y ".repeat(5_000)}\n`;
    const text = Array.from(
      { length: 5_000 },
      (_, n) => `${entry}  name: c${n}\nspec: { owner: nobody }\n`,
    ).join("---\n");
    expect(text.length).toBeGreaterThan(48 * MIB);
    const before = process.memoryUsage.rss();
    let done = false;
    const preview = product.ask(importCatalog, catalog(text, "large.yaml")).finally(() => {
      done = true;
    });
    let [longest, asked] = [0, 0];
    while (!done) {
      const begin = performance.now();
      await product.ask(components, {});
      longest = Math.max(longest, performance.now() - begin);
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await preview).total).toBe(5_000);
    expect(asked).toBeGreaterThan(3);
    expect(longest).toBeLessThan(3_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(1_500 * MIB);
  });

  test("more than 64 MiB, or 200,000 entries, are refused with what would be right", {
    timeout: 60_000,
  }, async () => {
    expect(await refusal(product.ask(importCatalog, catalog("x".repeat(65 * MIB))))).toBe(
      "413 A request to this address may have at most 64 MiB.",
    );
    expect(await refusal(product.ask(importCatalog, catalog("---\na\n".repeat(200_001))))).toMatch(
      /^413 These are 200001 entries; at most 200000 are read at once/,
    );
  });

  test("who may not import is refused before anything of it is read, and elsewhere a mebibyte is the most", async () => {
    let sent = 0;
    const endless = (headers: Record<string, string> = {}) =>
      new Request(`http://localhost${importCatalog.path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: new ReadableStream<Uint8Array>({
          pull(controller) {
            sent += 1;
            controller.enqueue(new Uint8Array(MIB));
          },
        }),
        duplex: "half",
      } as RequestInit);
    expect((await product.request(endless())).status).toBe(401);
    const { id } = await product.ask(addPerson, { name: "Somebody" });
    const { token } = await product.askAs(id)(createToken, { name: "Theirs", scopes: ["admin"] });
    expect((await product.request(endless({ authorization: `Bearer ${token}` }))).status).toBe(403);
    expect(sent).toBeLessThan(5);
    expect(await refusal(product.ask(addPerson, { name: "x".repeat(2 * MIB) }))).toBe(
      "413 A request to this address may have at most 1 MiB.",
    );
  });
});
