import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryOverview, deliveryReadings } from "../../src/areas/delivery/contract.ts";
import { measure, measureRows } from "../../src/core/measures/contract.ts";
import { addMember, addPerson, addUnit, changeComponent, own, unit } from "../../src/core/org/contract.ts";
import { shareMeasure, sharing } from "../../src/core/sharing/contract.ts";
import { timeline } from "../../src/core/timeline/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import type { AskOf } from "../../src/platform/http/contract.ts";
import { at, type GitRepository, gitRepository } from "../git-repository.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

/*
 * Organisation ─ Commerce ─┬─ Payments  Ann, Bo    ledger: 10 commits
 *                          ├─ Shop      Cem        web:     7 commits
 *                          └─ Search    Dee        index:   3 commits
 * Lea leads Commerce; Eve is in Platform, beside Commerce.
 */
let product: TestProduct;
const made: GitRepository[] = [];
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => at("2024-06-30 12:00") * 1000 } });
  const { ask } = product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  await ask(addUnit, { name: "Platform", kind: "team" });
  for (const name of ["Payments", "Shop", "Search"])
    await ask(addUnit, { name, kind: "team", parent: "commerce" });
  const people = [
    ["Ann", "payments"],
    ["Bo", "payments"],
    ["Cem", "shop"],
    ["Dee", "search"],
    ["Eve", "platform"],
    ["Lea", "commerce"],
  ] as const;
  for (const [name, slug] of people) {
    const { id } = await ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    await ask(addMember, { slug, person: id, role: name === "Lea" ? "lead" : "member" });
  }
  for (const [name, commits, team] of [
    ["ledger", 10, "Payments"],
    ["web", 7, "Shop"],
    ["index", 3, "Search"],
  ] as const) {
    const repository = gitRepository({ name });
    made.push(repository);
    for (let n = 0; n < commits; n++)
      repository.commit(`work ${n}`, { at: at("2024-05-06 09:00") + n * 3600 });
    expect((await importRepository(product, { path: repository.path, team })).problem).toBeNull();
  }
  // As long as nobody else was let in, all of it is for the one who tries Septet out.
  expect((await product.ask(measure, { ...merged, unit: "commerce" })).summary.n).toBe(20);
  await product.letInOthers();
}, 120_000);
afterAll(async () => {
  await product?.close();
  for (const one of made) one.remove();
});

const as = (name: string) => product.askAs(`${name.toLowerCase()}@example.org`);
const merged = { id: "changes-merged", from: "2024-05-01", to: "2024-05-31", every: "month" } as const;
const changes = async (who: string, slug: string, more: Partial<AskOf<typeof measure>> = {}) =>
  as(who)(measure, { ...merged, unit: slug, ...more });
const refused = (asking: Promise<unknown>) =>
  asking.then(
    () => "answered",
    (error: unknown) => (error instanceof ProblemError ? error.problem.status : Promise.reject(error)),
  );
const share = (who: string, slug: string, audience: string | null) =>
  as(who)(shareMeasure, { slug, measure: "changes-merged", with: audience });

describe("what is a team's own", () => {
  test("its members see it, with its rows", async () => {
    const seen = await changes("Ann", "payments", { rows: "true" });
    expect([seen.summary.n, seen.rows.list?.length, seen.rowsVisible]).toEqual([10, 10, "all"]);
  });

  test.each(["Cem", "Lea", "Eve"])("%s does not, by any question", async (who) => {
    expect(await refused(changes(who, "payments"))).toBe(403);
    expect(await refused(changes(who, "payments", { rows: "true" }))).toBe(403);
    expect(await refused(as(who)(measureRows, { id: "changes-merged", unit: "payments" }))).toBe(403);
    const { readings } = await as(who)(deliveryReadings, { slug: "payments" });
    const { slowest, unknownLive } = await as(who)(deliveryOverview, { slug: "payments" });
    const { staves } = await as(who)(timeline, { slug: "payments" });
    expect([readings, slowest, unknownLive, staves]).toEqual([[], [], [], []]);
    const { own: part, can } = await as(who)(unit, { slug: "payments" });
    expect([part, can.share]).toEqual([false, false]);
  });

  test("running the installation is no right to look", async () => {
    for (const slug of ["payments", "platform"])
      expect(await refused(product.ask(measure, { ...merged, unit: slug }))).toBe(403);
  });

  test("a group whose teams share nothing has no figure, which is not zero", async () => {
    const { summary, teams, sentence, points } = await changes("Lea", "commerce");
    expect(summary).toEqual({ value: null, n: 0 });
    expect(points.every(({ value }) => value === null)).toBe(true);
    expect(teams).toEqual({ counted: [], of: 3 });
    expect(sentence).toBe("None of the 3 teams here shares this with the group yet.");
  });
});

describe("what a team shares", () => {
  test("only its members share it, and only with units above it", async () => {
    for (const who of ["Lea", "Cem"]) expect(await refused(share(who, "payments", "commerce"))).toBe(403);
    expect(
      await refused(
        product.ask(shareMeasure, { slug: "platform", measure: "changes-merged", with: "organisation" }),
      ),
    ).toBe(403);
    expect(await refused(share("Ann", "payments", "shop"))).toBe(400);
    expect(await refused(share("Ann", "payments", "payments"))).toBe(400);
    expect(
      await refused(as("Ann")(shareMeasure, { slug: "payments", measure: "happiness", with: "commerce" })),
    ).toBe(404);
  });

  test("is seen in the group it is shared with, that measure alone, and never its rows; taken back, it is gone", async () => {
    await share("Ann", "payments", "commerce");
    const seen = await changes("Lea", "payments", { rows: "true" });
    expect([seen.summary.n, seen.rows.list, seen.rowsVisible]).toEqual([10, [], "none"]);
    expect(await as("Lea")(measureRows, { id: "changes-merged", unit: "payments" })).toEqual({
      rows: [],
      total: 0,
    });
    expect((await changes("Cem", "payments")).summary.n).toBe(10);
    expect(await refused(changes("Eve", "payments"))).toBe(403);
    expect(await refused(as("Lea")(measure, { id: "batch-size", unit: "payments" }))).toBe(403);
    const group = await changes("Lea", "commerce");
    expect([group.summary.n, group.teams]).toEqual([
      10,
      { counted: [{ slug: "payments", name: "Payments", kind: "team" }], of: 3 },
    ]);
    // Ann sees the figure that everybody in the group sees; Cem's own team is no part of it for him either.
    expect((await changes("Cem", "commerce")).summary.n).toBe(10);
    expect((await changes("Lea", "organisation")).summary.n).toBe(0);

    await share("Bo", "payments", null);
    expect(await refused(changes("Lea", "payments"))).toBe(403);
    expect((await changes("Lea", "commerce")).summary).toEqual({ value: null, n: 0 });
    expect((await changes("Ann", "payments")).summary.n).toBe(10);
  });

  test("with the whole organisation counts at each level up to there, for everyone", async () => {
    await share("Dee", "search", "organisation");
    await share("Cem", "shop", "commerce");
    expect((await changes("Eve", "search")).summary.n).toBe(3);
    expect((await changes("Eve", "organisation")).summary.n).toBe(3);
    // Eve is not of Commerce: there she gets what is shared with her, and is told how much of it that is.
    expect(await changes("Eve", "commerce")).toMatchObject({ summary: { n: 3 }, teams: { of: 3 } });
    expect((await changes("Lea", "commerce")).summary.n).toBe(10);
    const { shares } = await as("Eve")(sharing, { slug: "shop" });
    expect(shares).toEqual([]);
    await share("Dee", "search", null);
    await share("Cem", "shop", null);
  });

  test("nothing that is not shared can be had by subtraction: every figure is made of what can be asked for alone", async () => {
    await share("Ann", "payments", "commerce");
    await share("Cem", "shop", "organisation");
    for (const who of ["Lea", "Eve", "Dee", "Cem"]) {
      for (const slug of ["commerce", "organisation"]) {
        const { summary, teams } = await changes(who, slug);
        const alone = await Promise.all((teams?.counted ?? []).map((team) => changes(who, team.slug)));
        expect([who, slug, summary.n]).toEqual([
          who,
          slug,
          alone.reduce((sum, one) => sum + one.summary.n, 0),
        ]);
      }
    }
    await share("Ann", "payments", null);
    await share("Cem", "shop", null);
  });

  test("to share again is to share with the other instead", async () => {
    await share("Ann", "payments", "commerce");
    const { shares } = await share("Ann", "payments", "organisation");
    expect(shares.map(({ measure: id, with: { slug } }) => [id, slug])).toEqual([
      ["changes-merged", "organisation"],
    ]);
    await share("Ann", "payments", null);
  });
});

describe("what moves", () => {
  test("the past stays with who owned it then, and the chart says that it moved", async () => {
    await product.ask(own, { component: "web", unit: "search", from: "2024-05-06" });
    await product.ask(own, { component: "index", unit: "shop", from: "2024-05-01" });
    const search = await changes("Dee", "search");
    expect(search.summary.n).toBe(7);
    expect(search.moves).toEqual([
      { day: "2024-05-01", text: "index went to Shop" },
      { day: "2024-05-06", text: "web came from Shop" },
    ]);
    expect((await changes("Cem", "shop")).summary.n).toBe(3);
    const april = { from: "2024-04-01", to: "2024-04-30" };
    expect((await changes("Dee", "search", april)).summary.n).toBe(0);
  });

  test("a day that cuts a component's work in two gives each owner its part", async () => {
    await product.ask(own, { component: "web", unit: "shop", from: "2024-05-06" });
    const repository = gitRepository({ name: "split" });
    made.push(repository);
    for (let day = 1; day <= 9; day++) repository.commit(`day ${day}`, { at: at(`2024-05-0${day} 12:00`) });
    await importRepository(product, { path: repository.path, team: "Payments" });
    await product.ask(own, { component: "split", unit: "search", from: "2024-05-04" });
    expect((await changes("Ann", "payments")).summary.n).toBe(10 + 3);
    expect((await changes("Dee", "search")).summary.n).toBe(6);
    await share("Ann", "payments", "commerce");
    await share("Dee", "search", "commerce");
    expect((await changes("Lea", "commerce")).summary.n).toBe(10 + 9);
    expect((await changes("Lea", "commerce")).moves).toEqual([]);
    await share("Ann", "payments", null);
    await share("Dee", "search", null);
  });

  test("a team from which all went keeps the measures of its time, and has no zeros since", async () => {
    const repository = gitRepository({ name: "cart" });
    made.push(repository);
    for (let day = 1; day <= 9; day++) repository.commit(`day ${day}`, { at: at(`2024-04-0${day} 12:00`) });
    await importRepository(product, { path: repository.path, team: "Platform" });
    await product.ask(own, { component: "cart", unit: "payments", from: "2024-04-08" });
    for (const who of ["Eve", "Lea"]) {
      const { components, gone } = await as(who)(unit, { slug: "platform" });
      expect([components, gone]).toEqual([
        [],
        [{ name: "cart", on: "2024-04-08", to: { slug: "payments", name: "Payments", kind: "team" } }],
      ]);
    }
    const weeks = { from: "2024-04-01", to: "2024-04-28", every: "week" } as const;
    const { points, summary, days } = await changes("Eve", "platform", weeks);
    expect(points.map(({ value }) => value)).toEqual([7, null, null, null]);
    expect([summary, days]).toEqual([
      { value: 7, n: 7 },
      { n: 7, of: 7 },
    ]);
    const may = await changes("Eve", "platform");
    expect([may.summary, may.days]).toEqual([{ value: null, n: 0 }, null]);
    expect(may.sentence).toBe("There is no change to count in these months.");
    // The week in which it went is no whole one, and nothing to judge a usual week by.
    await product.ask(own, { component: "cart", unit: "payments", from: "2024-04-06" });
    expect((await changes("Eve", "platform", weeks)).partial).toEqual(["2024-04-01"]);
  });

  test("what came back has not gone, and what was archived counts for nobody", async () => {
    const goneFrom = async (slug: string) =>
      (await as("Eve")(unit, { slug })).gone.map(({ name, on, to }) => [name, on, to?.slug]);
    await product.ask(own, { component: "wiki", unit: "platform" });
    await product.ask(own, { component: "wiki", unit: "shop", from: "2024-02-01" });
    expect(await goneFrom("platform")).toContainEqual(["wiki", "2024-02-01", "shop"]);
    await product.ask(own, { component: "wiki", unit: "search", from: "2024-03-01" });
    expect(await goneFrom("commerce")).not.toContainEqual(expect.arrayContaining(["wiki"]));
    await product.ask(own, { component: "wiki", unit: "platform", from: "2024-04-01" });
    expect(await goneFrom("platform")).toEqual([["cart", "2024-04-06", "payments"]]);
    expect(await goneFrom("commerce")).toContainEqual(["wiki", "2024-04-01", "platform"]);
    await product.ask(changeComponent, { component: "wiki", archived: true });
    expect(await goneFrom("commerce")).not.toContainEqual(expect.arrayContaining(["wiki"]));
  });
});
