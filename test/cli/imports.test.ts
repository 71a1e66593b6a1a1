import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImportAnswer } from "../../src/core/catalog/contract.ts";
import { type Ended, lastJson, prepared, septet, spawnSeptet } from "./septet.ts";

let folder: string;
let data: string;
let server: ReturnType<typeof spawnSeptet>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet imports "));
  data = join(folder, "data");
  server = spawnSeptet(["start", "--no-import", "--port", "0", "--json", ...(await prepared(data))]);
  await server.firstJson();
  await writeFile(join(folder, "acme.yaml"), CATALOGUE);
  await writeFile(join(folder, "hr.csv"), "name,email,team\nEve,eve@acme.example,Ops\nBad,nowhere,Ops\n");
  await writeFile(
    join(folder, "CODEOWNERS"),
    "/it's/ @acme/shop\n* @Ops\n*.md @nobody\n/'web'/ @acme/shop\n",
  );
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const CATALOGUE = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: shop }
spec: { type: team }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web }
spec: { type: website, owner: shop }
---
kind: [
`;

const run = (...args: string[]): Promise<Ended> => septet([...args, "--data", data]);
const at = (name: string) => join(folder, name);

test("a catalogue is shown first, with what cannot be read, and applied when that is wanted", async () => {
  const shown = await run("import", "catalog", at("acme.yaml"));
  expect(shown.stdout).toMatch(/^2 entries read, 3 changes to make\./);
  expect(shown.stdout).toContain("  shop is new, a team below Organisation\n");
  expect(shown.stdout).toMatch(/1 remark\n {2}.*acme\.yaml:12 {2}This is no YAML that can be read/);
  expect(shown.stdout).toContain("Nothing has changed yet.");
  expect(lastJson<{ units: unknown[] }>(await run("units", "--json")).units).toHaveLength(1);

  const applied = await run("import", "catalog", at("acme.yaml"), "--apply", "--json");
  expect([applied.code, lastJson<ImportAnswer>(applied)]).toMatchObject([
    0,
    { applied: true, total: 3, problemTotal: 1 },
  ]);
  expect((await run("import", "catalog", at("acme.yaml"))).stdout).toMatch(
    /^2 entries read: nothing changes\./,
  );
});

test("a list of people goes in but for the lines that are wrong", async () => {
  const applied = await run("import", "people", at("hr.csv"), "--apply");
  expect([applied.code, applied.stdout]).toEqual([
    0,
    expect.stringContaining("Eve belongs to Ops, from today"),
  ]);
  expect(applied.stdout).toContain("hr.csv:3  “nowhere” is no e-mail address.");
});

test("a file of which nothing can be read makes the command fail, and says why", async () => {
  await writeFile(at("broken.yaml"), "kind: [\n");
  const ended = await run("import", "catalog", at("broken.yaml"), "--json");
  expect([ended.code, lastJson<ImportAnswer>(ended)]).toMatchObject([1, { read: 0, problemTotal: 1 }]);
});

test("groups of a sign-in that nobody used change nothing", async () => {
  const ended = await run("import", "groups", "--apply");
  expect([ended.code, ended.stdout]).toEqual([0, "0 entries read: nothing changes.\n"]);
});

test("CODEOWNERS says which team owns which paths of a repository, and how to take that up", async () => {
  const ended = await run("import", "codeowners", at("CODEOWNERS"), "--of", "web");
  expect([ended.code, ended.stdout.split("\n")]).toEqual([
    0,
    [
      "shop  @acme/shop  it's/** 'web'/**",
      "ops   @Ops        **",
      "",
      "To take one up:",
      "  npx septet part web/shop --of web --unit shop --paths 'it'\\''s/**' ''\\''web'\\''/**'",
      "  npx septet own web --unit ops",
      "",
      `${at("CODEOWNERS")}:3  @nobody is no team, group or person that is known here.`,
      "",
    ],
  ]);
});

test("what is no file, or not there, or no text is refused with its name", async () => {
  await mkdir(at("a folder"));
  await writeFile(at("latin.csv"), Buffer.from("name\nZo\u00eb\n", "latin1"));
  await symlink(at("acme.yaml"), at("link.yaml"));
  const refused = async (name: string) => {
    const { code, stderr } = await run("import", "people", at(name));
    return `${code} ${stderr.replaceAll(folder, "")}`.trim();
  };
  expect(await refused("a folder")).toBe("1 ✗ /a folder is no file. Name the files themselves.");
  expect(await refused("nowhere.csv")).toBe("1 ✗ There is no file /nowhere.csv.");
  expect(await refused("latin.csv")).toBe(
    "1 ✗ /latin.csv is no text in UTF-8. Save it as UTF-8, and try again.",
  );
  expect((await run("import", "catalog", at("link.yaml"))).code).toBe(0);
});
