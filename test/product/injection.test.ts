import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, addUnit, components, own, people, search } from "../../src/core/org/contract.ts";
import { signInLink } from "../../src/core/people/contract.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { type Browser, visitorTo } from "./visitor.ts";

let product: TestProduct;
let browser: Browser;
beforeAll(async () => {
  product = await openTestProduct();
  await product.ask(addUnit, { name: "Payments", kind: "team" });
  await product.ask(addPerson, { name: "Ann", email: "ann@example.org" });
  await product.ask(own, { component: "ledger", unit: "payments" });
  browser = visitorTo(product);
  await browser.send(new URL((await product.ask(signInLink, {})).url).pathname);
});
afterAll(() => product.close());

/** What stores would run, take for a pattern or choke on, if a text ever became a part of a statement. */
const texts = [
  `'; drop table org_unit cascade; --`,
  `' or '1'='1`,
  `") union select password from people_account --`,
  `%`,
  `_`,
  `\\`,
  `{unit:String}`,
  `$1`,
  `{{constructor.constructor('return process')()}}`,
  "\u0000",
  "../../../../etc/passwd",
  "a".repeat(200),
];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string; readonly format?: string; readonly enum?: unknown };
}

/** Every text that a GET takes, with an address for each that asks with it. */
async function everyBox(): Promise<{ where: string; address: (text: string) => string }[]> {
  const document = (await (await product.as({})("/api/openapi.json")).json()) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const parameters = get?.parameters ?? [];
    const address = (box: string, text: string) => {
      const given = ({ name }: Parameter) => encodeURIComponent(name === box ? text : "payments");
      const inPath = parameters.filter((each) => each.in === "path");
      const asked = parameters.filter((each) => each.name === box || (each.required && each.in === "query"));
      const filled = inPath.reduce((left, each) => left.replace(`{${each.name}}`, given(each)), path);
      const query = asked.filter((each) => each.in === "query").map((each) => `${each.name}=${given(each)}`);
      return `${filled}?${query.join("&")}`;
    };
    return parameters
      .filter(({ schema }) => schema.type === "string" && schema.enum === undefined)
      .map(({ name }) => ({ where: `${path} ${name}`, address: (text) => address(name, text) }));
  });
}

describe("a text that somebody types", () => {
  test("is a text, wherever it is asked with: nothing runs, nothing breaks, nothing is changed", async () => {
    const boxes = await everyBox();
    expect(boxes.length).toBeGreaterThan(20);
    const before = await product.everything();
    for (const { where, address } of boxes) {
      for (const text of texts) {
        const { status } = await browser.send(address(text));
        expect([where, text, status < 500]).toEqual([where, text, true]);
      }
    }
    expect(lasting(await product.everything())).toEqual(lasting(before));
  });

  test("finds what has it in its name, and what would stand for anything else stands for itself", async () => {
    const found = async (text: string) => [
      (await product.ask(search, { q: text })).found.length,
      (await product.ask(people, { search: text })).people.length,
      (await product.ask(components, { search: text })).components.length,
    ];
    expect(await found("nn")).toEqual([1, 1, 0]);
    expect(await found("edge")).toEqual([1, 0, 1]);
    for (const text of ["%", "_", "\\", "n_", "' or ''='"])
      expect([text, await found(text)]).toEqual([text, [0, 0, 0]]);
    await product.ask(addPerson, { name: "100% Bo_" });
    expect(await found("%")).toEqual([1, 1, 0]);
    expect(await found("bo_")).toEqual([1, 1, 0]);
  });
});

/** Without what says when somebody was last here. */
const lasting = (everything: string): string[] =>
  everything.split("\n").filter((row) => !/^(public\.people_session|public\.audit_entry|pgboss\.)/.test(row));
