import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GitImport, gitImport } from "../../src/core/connectors/git/contract.ts";
import { putPart, removePart, repositoryParts } from "../../src/core/connectors/git/parts/contract.ts";
import { measure } from "../../src/core/measures/contract.ts";
import { addUnit, components, own } from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { at, gitRepository } from "../git-repository.ts";
import { divided } from "../habits.ts";
import { independentParts } from "../independent-delivery.ts";
import { byHand, byTimeAndId, monthOf, type Row, rowsIn, summed, type Told } from "./by-hand.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

const { repo, tags, apiTags } = divided();
let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => at("2024-06-30 12:00") * 1000 } });
  await importRepository(product, { path: repo.path, team: "Platform", deployments: "tags:v*" });
  for (const name of ["Web", "Api"]) await product.ask(addUnit, { name, kind: "team" });
  await put("shop/web", { paths: ["apps/web/", "packages/ui/**"], unit: "web" });
  await put("shop/infra", { paths: ["*.tf"], unit: "web" });
  await put("shop/api", { paths: ["/apps/api"], deployments: "tags:api@*", unit: "api" });
}, 60_000);
afterAll(async () => {
  await product.close();
  repo.remove();
});

async function put(part: string, wanted: { paths: string[]; deployments?: string; unit?: string }) {
  const answered = await product.ask(putPart, { component: "shop", part, ...wanted });
  return { ...answered, import: await ended(answered.import) };
}

async function ended({ id }: GitImport): Promise<GitImport> {
  for (;;) {
    const current = await product.ask(gitImport, { id });
    if (current.state === "done" || current.state === "failed") return current;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** By git's own pathspecs and set arithmetic, each component with the rule that its deployments are of. */
const told = independentParts(repo.path, { tags }, [
  { name: "shop/web", paths: [":(glob)apps/web/**", ":(glob)packages/ui/**"] },
  { name: "shop/infra", paths: [":(glob)**/*.tf"] },
  { name: "shop/api", paths: [":(glob)apps/api/**"], own: { tags: apiTags } },
]);
const of = (component: string): Told =>
  component === "shop" ? told.itself : (told.parts[component] as Told);
const seriesOf = (component: string): string => (component === "shop/api" ? "api" : "shop");

const SHARES = ["change-fail-rate", "deployment-rework-rate"];
const OF_CHANGES = ["changes-merged", "change-lead-time"];

/**
 * The rows of several components, each commit and each deployment once: the earliest, then the shortest or the one that failed. A
 * batch has the changes of all of them. `counts` says which rows were the team's at their time.
 */
function together(
  id: string,
  names: readonly string[],
  counts: (component: string, at: number) => boolean = () => true,
): Row[] {
  const sign = SHARES.includes(id) ? -1 : 1;
  const rows = names.flatMap((component) =>
    (byHand[id]?.(of(component)) ?? [])
      .filter((row) => counts(component, row.at))
      .map((row) => ({ ...row, thing: OF_CHANGES.includes(id) ? "" : seriesOf(component), component })),
  );
  const things = Map.groupBy(rows, ({ thing, id: about }) => `${thing} ${about}`);
  return [...things.values()]
    .map((same) => {
      const [first] = same.sort((a, b) => a.at - b.at || sign * (a.value - b.value));
      if (!first) throw new Error("no group is empty");
      const changes = same.flatMap(({ component }) =>
        of(component).changes.filter(({ deployment }) => deployment === first.id),
      );
      const value = id === "batch-size" ? new Set(changes.map(({ hash }) => hash)).size : first.value;
      return { id: first.id, at: first.at, value };
    })
    .sort(byTimeAndId);
}

async function asked(id: string, unit: string) {
  const range = { from: "2024-01-01", to: "2024-06-30", every: "month" } as const;
  return product.ask(measure, { id, unit, ...range, rows: "true" });
}

interface Of {
  readonly unit: string;
  /** The first month in which nothing was the unit's any more, so that nothing is known of it then. */
  readonly until: string;
}

async function expectRows(id: string, of: string | Of, expected: readonly Row[]): Promise<void> {
  const { unit, until } = typeof of === "string" ? { unit: of, until: "9999-01-01" } : of;
  const answered = await asked(id, unit);
  expect(rowsIn(answered.rows.list ?? []).sort(byTimeAndId)).toEqual(expected);
  const value = summed(
    id,
    expected.map((row) => row.value),
  );
  expect(answered.summary).toEqual({ value, n: expected.length });
  for (const point of answered.points) {
    const month = expected.filter((row) => monthOf(row.at) === point.start).map((row) => row.value);
    const known = point.start < until ? summed(id, month) : null;
    expect([id, point.start, point.value, point.n]).toEqual([id, point.start, known, month.length]);
  }
}

const measures = Object.keys(byHand);
const ALL = ["shop", "shop/api", "shop/infra", "shop/web"];

test("the history has what this is about: changes of several parts, a part that failed, and one with a rollback", () => {
  const web = new Set(told.parts["shop/web"]?.changes.map(({ hash }) => hash));
  expect(told.parts["shop/api"]?.changes.filter(({ hash }) => web.has(hash)).length).toBeGreaterThan(3);
  expect(told.parts["shop/web"]?.deployments.some(({ mends }) => mends.length > 0)).toBe(true);
  expect(told.parts["shop/web"]?.deployments.some(({ cause }) => cause === "rollback")).toBe(true);
});

describe.each([
  ["of what no part has, the team that owns the repository", "platform", ["shop"]],
  ["of one part with deployments of its own, its team", "api", ["shop/api"]],
  ["of two parts of one repository, their team", "web", ["shop/infra", "shop/web"]],
  ["of all of it, the organisation", "organisation", ALL],
] as const)("%s", (_, unit, names) => {
  test.each(measures)("%s counts what git log of these paths gives, each thing once", (id) =>
    expectRows(id, unit, together(id, names)),
  );
});

test("all that the repository has is counted, by the organisation, once", async () => {
  const commits = repo.git("rev-list", "--no-merges", "--count", "--all");
  expect((await asked("changes-merged", "organisation")).summary.n).toBe(Number(commits));
});

test("a preview says how many changes each path would have, so that a slip of the pen is seen", async () => {
  const { preview, part } = await put("shop/api", {
    paths: ["apps/api/", "aps/api/"],
    deployments: "tags:api@*",
  });
  const since = at("2024-06-30 12:00") - preview.days * 86_400;
  const count = (...paths: string[]) =>
    Number(
      repo.git(
        "rev-list",
        "--full-history",
        "--no-merges",
        "--count",
        `--since=${since}`,
        "main",
        "--",
        ...paths,
      ),
    );
  expect(preview).toEqual({
    days: 180,
    changes: count(),
    part: count("apps/api"),
    paths: [
      { path: "apps/api/", changes: count("apps/api") },
      { path: "aps/api/", changes: 0 },
    ],
  });
  expect(part.found).toBeNull();
});

test("parts are listed with what the last reading found, asked by the repository or by one of them", async () => {
  await put("shop/api", { paths: ["/apps/api"], deployments: "tags:api@*" });
  const known = await product.ask(repositoryParts, { component: "shop" });
  expect(await product.ask(repositoryParts, { component: "shop/web" })).toEqual(known);
  const foundOf = ({ changes, deployments }: Told) => ({
    changes: changes.length,
    deployments: deployments.length,
    failed: new Set(deployments.flatMap(({ mends }) => mends)).size,
  });
  expect(known).toEqual({
    repository: "shop",
    rest: foundOf(of("shop")),
    parts: [
      {
        ...{ component: "shop/api", paths: ["/apps/api"], deployments: "tags:api@*" },
        found: foundOf(of("shop/api")),
      },
      { component: "shop/infra", paths: ["*.tf"], deployments: null, found: foundOf(of("shop/infra")) },
      {
        ...{ component: "shop/web", paths: ["apps/web/", "packages/ui/**"], deployments: null },
        found: foundOf(of("shop/web")),
      },
    ],
  });
});

const refused = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error("It was not refused.");
  return [error.problem.status, error.problem.errors?.[0]?.pointer ?? null, error.message];
};
const trying = (more: object) =>
  refused(product.ask(putPart, { component: "shop", part: "shop/more", paths: ["more/"], ...more }));

test.each([
  [{ paths: ["apps/[web"] }, [400, "/paths/0", "never closed"]],
  [{ paths: ["../other"] }, [400, "/paths/0", "from the top of the repository"]],
  [{ paths: ["!apps/web"] }, [400, "/paths/0", "no exceptions"]],
  [{ paths: [] }, [400, "/paths", "at least one path"]],
  [{ part: "shop" }, [400, "/part", "is a repository already"]],
  [{ component: "shop/web" }, [400, "/component", "Name the repository"]],
  [{ component: "elsewhere" }, [404, null, "No repository is known"]],
  [{ deployments: "branch:nowhere" }, [422, "/deployments", "nowhere"]],
  [{ unit: "nobody" }, [400, "/unit", "nobody"]],
] as const)("%j is refused with a word on what would be right", async (more, [status, pointer, words]) => {
  expect(await trying(more)).toEqual([status, pointer, expect.stringContaining(words)]);
  const { parts } = await product.ask(repositoryParts, { component: "shop" });
  expect(parts.map(({ component }) => component)).toEqual(["shop/api", "shop/infra", "shop/web"]);
});

test("what is only shown as an example has no parts", async () => {
  const example = gitRepository({ name: "sample" });
  example.commit("One");
  await importRepository(product, { path: example.path, example: true });
  expect(await trying({ component: "sample" })).toEqual([409, null, expect.stringContaining("example")]);
  example.remove();
});

test("a part for which nobody is named belongs to those who own the repository", async () => {
  await put("shop/tools", { paths: ["tools/"] });
  const { components: found } = await product.ask(components, { search: "shop/tools" });
  expect(found).toMatchObject([{ owner: { slug: "platform" }, partOf: "shop", assumed: false }]);
  // What is a team's own may be several parts: for all of them together nothing changed.
  const own = together("changes-merged", ["shop"]);
  const { rows } = await asked("changes-merged", "platform");
  expect(rowsIn(rows.list ?? []).filter(({ id }) => own.some((row) => row.id === id))).toHaveLength(
    own.length,
  );
});

test("a part that is removed gives its changes back to the repository", async () => {
  const removed = await product.ask(removePart, { component: "shop", part: "shop/tools" });
  await ended(removed.import);
  for (const id of ["changes-merged", "deployment-frequency", "batch-size"])
    await expectRows(id, "platform", together(id, ["shop"]));
});

test("of a part that moved to a team, what was before stays with the other, and each thing counts once for either", async () => {
  const moved = at("2024-04-01 00:00") * 1000;
  await product.ask(own, { component: "shop/api", unit: "web", from: "2024-04-01" });
  for (const id of measures) {
    await expectRows(
      id,
      "web",
      together(
        id,
        ["shop/api", "shop/infra", "shop/web"],
        (name, when) => name !== "shop/api" || when >= moved,
      ),
    );
    await expectRows(
      id,
      { unit: "api", until: "2024-04-01" },
      together(id, ["shop/api"], (_, when) => when < moved),
    );
  }
});

test("once the last part is removed, the repository is one component as before", async () => {
  for (const part of ["shop/api", "shop/infra", "shop/web"])
    await ended((await product.ask(removePart, { component: "shop", part })).import);
  expect(await product.ask(repositoryParts, { component: "shop" })).toEqual({
    ...{ repository: "shop", rest: null, parts: [] },
  });
  const commits = repo.git("rev-list", "--no-merges", "--count", "main");
  expect((await asked("changes-merged", "platform")).summary.n).toBe(Number(commits));
  expect((await asked("changes-merged", "web")).summary.n).toBe(0);
});
