import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/core/audit/contract.ts";
import { archiveOf } from "../../src/core/held/archive.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { measure } from "../../src/core/measures/contract.ts";
import { addMember, addPerson, addUnit, person, unit } from "../../src/core/org/contract.ts";
import { shareMeasure } from "../../src/core/sharing/contract.ts";
import { type GitRepository, gitRepository } from "../git-repository.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
let repository: GitRepository;
const ids: Record<string, string> = {};
const EMAIL = "Frieda.Findling@Example.org";

beforeAll(async () => {
  product = await openTestProduct();
  repository = gitRepository({ name: "ledger" });
  for (let n = 0; n < 4; n++)
    repository.commit(`work ${n}`, {
      author: n < 3 ? `Frieda Findling <${EMAIL.toLowerCase()}>` : "Gil <gil@example.org>",
    });
  await product.ask(addUnit, { name: "Payments", kind: "team" });
  for (const [name, email] of [
    ["Frieda Findling", EMAIL],
    ["Gil", "gil@example.org"],
  ] as const) {
    const { id } = await product.ask(addPerson, { name, email });
    ids[name] = id;
    await product.ask(addMember, { slug: "payments", person: id });
  }
  await importRepository(product, { path: repository.path, team: "Payments" });
  await product.letInOthers();
}, 60_000);
afterAll(async () => {
  await product?.close();
  repository?.remove();
});

const frieda = () => product.askAs(EMAIL);
const merged = async () =>
  (
    await product.askAs("gil@example.org")(measure, {
      id: "changes-merged",
      unit: "payments",
      from: "2024-01-01",
      to: "2024-02-01",
    })
  ).summary.n;

describe("what is held about somebody", () => {
  test("is theirs to see, all of it, and comes as one archive of open formats", async () => {
    await frieda()(shareMeasure, { slug: "payments", measure: "batch-size", with: "organisation" });
    const answered = await frieda()(held, {});
    const files = Object.fromEntries(answered.files.map(({ name, rows }) => [name, rows]));
    expect(files.person).toMatchObject([{ name: "Frieda Findling", email: EMAIL }]);
    expect(files.memberships).toMatchObject([{ slug: "payments", role: "member", until: null }]);
    expect(files.shares).toMatchObject([{ thing: "batch-size", endedAt: null }]);
    expect(files.changes?.map((row) => row.title)).toEqual(["work 0", "work 1", "work 2"]);
    expect(files.log?.map((row) => row.action)).toEqual(
      expect.arrayContaining(["person.added", "membership.begun", "measure.shared"]),
    );
    const unzipped = unzipSync(archiveOf(answered));
    expect(Object.keys(unzipped).sort()).toEqual(
      ["README.md", ...answered.files.map(({ name }) => `${name}.json`)].sort(),
    );
    for (const { name, rows } of answered.files)
      expect(JSON.parse(strFromU8(unzipped[`${name}.json`] as Uint8Array))).toHaveLength(rows.length);
  });

  test("is not for others, those who run the installation among them: everyone gets their own", async () => {
    const { files } = await product.ask(held, {});
    expect(JSON.stringify(files)).not.toContain("Frieda");
    // What is theirs is there: the import that they asked for, and that they gave what it brought to a team.
    expect(files.find(({ name }) => name === "imports")?.rows).toMatchObject([{ component: "ledger" }]);
    expect(files.find(({ name }) => name === "log")?.rows.map(({ action }) => action)).toContain(
      "component.claimed",
    );
  });
});

describe("erasing", () => {
  test("is for the person and for who runs the installation, and for nobody else", async () => {
    await expect(
      product.askAs("gil@example.org")(erase, { id: ids["Frieda Findling"] as string }),
    ).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });

  test("leaves no name and no address anywhere, and every figure as it was", async () => {
    const before = await merged();
    expect(before).toBe(4);
    expect(await product.everything()).toContain("Frieda");
    await frieda()(erase, { id: ids["Frieda Findling"] as string });
    const left = await product.everything();
    expect(left).not.toMatch(/frieda|findling/i);
    expect(await merged()).toBe(before);
    await expect(product.ask(person, { id: ids["Frieda Findling"] as string })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const { people } = await product.ask(unit, { slug: "payments" });
    expect(people.map(({ person: { name } }) => name)).toEqual(["Gil"]);
    const { entries } = await product.askAs("gil@example.org")(audit, { unit: "payments" });
    expect(entries.map(({ actor, words }) => `${actor?.name} ${words}`)).toContain(
      "somebody who is gone shared “Batch size” with Organisation",
    );
  });

  test("who comes again from a source is nobody, and has no way back to what was theirs", async () => {
    repository.commit("work again", { author: `Frieda Findling <${EMAIL}>` });
    await importRepository(product, { path: repository.path, team: "Payments" });
    expect(await merged()).toBe(5);
    const { id } = await product.ask(addPerson, { name: "F.", email: EMAIL });
    const { files } = await product.askAs(id)(held, {});
    expect(files.find(({ name }) => name === "changes")?.rows).toEqual([]);
    await product.ask(erase, { id });
    expect(await product.everything()).not.toMatch(/findling/i);
  });

  test("the last one who runs the installation cannot go", async () => {
    const { files } = await product.ask(held, {});
    const owner = files.find(({ name }) => name === "person")?.rows[0]?.id as string;
    await expect(product.ask(erase, { id: owner })).rejects.toMatchObject({ problem: { status: 409 } });
  });
});

test("everyone sees of the log what is about them or their teams, and no more", async () => {
  const gil = await product.askAs("gil@example.org")(audit, { limit: 500 });
  expect(
    gil.entries.every(({ aboutUnit, aboutPerson, actor }) =>
      [
        aboutUnit?.id === "payments",
        aboutUnit?.id === "organisation",
        aboutPerson?.id === ids.Gil,
        actor?.id === ids.Gil,
      ].some(Boolean),
    ),
  ).toBe(true);
  expect(gil.entries.some(({ words }) => words.startsWith("acted in the name of Gil"))).toBe(true);
});
