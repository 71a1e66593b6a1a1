import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { corpus, type RecordFile } from "../../src/areas/decisions/testing.ts";
import { type Ended, lastJson, septet, spawnSeptet } from "./septet.ts";

let folder: string;
let data: string;
let server: ReturnType<typeof spawnSeptet>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet records "));
  data = join(folder, "data");
  server = spawnSeptet(["start", "--no-import", "--port", "0", "--json", "--data", data]);
  await server.firstJson();
  for (const { path, bytes } of corpus["adr-tools"] as readonly RecordFile[]) {
    await mkdir(dirname(at(`docs/${path}`)), { recursive: true });
    await writeFile(at(`docs/${path}`), bytes);
  }
  await writeFile(at("people.csv"), "name,email,team\nEve,eve@acme.example,Shop\n");
  await run("import", "people", at("people.csv"), "--apply");
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Ended> => septet([...args, "--data", data]);
const at = (name: string) => join(folder, name);
interface Listed {
  readonly id: string;
  readonly path: string | null;
  readonly title: string;
  readonly rawStatus: string | null;
  readonly links: { kind: string; to: string }[];
}

test("a folder of records is shown first, comes in, and changes nothing the second time", async () => {
  await symlink(at("docs/adr"), at("docs/again"));
  const shown = await run("decisions", "import", at("docs"), "--unit", "shop", "--preview");
  expect(shown.stdout).toMatch(/^3 records are new\. 2 files were left out\.\n/);
  expect(shown.stdout).toContain("“Use queues”");
  expect(shown.stdout).toContain("Nothing has changed yet.");
  const done = await run("decisions", "import", at("docs"), "--unit", "shop", "--json");
  expect(lastJson(done)).toMatchObject({ preview: false, counts: { added: 3, leftOut: 2 } });
  const again = await run("decisions", "import", at("docs"), "--unit", "shop");
  expect(again.stdout).toMatch(/^3 records are as they were\./);
  const listed = lastJson<Listed[]>(await run("decisions", "list", "--unit", "shop", "--json"));
  expect(listed.map((one) => Object.keys(one))).toContainEqual(
    expect.arrayContaining([
      ...["id", "path", "number", "title", "status", "rawStatus", "date", "deciders", "links", "problems"],
    ]),
  );
  expect(listed.find(({ path }) => path === "adr/0003-use-queues.md")).toMatchObject({
    ...{ number: "0003", title: "Use queues", status: "accepted", rawStatus: "Accepted", date: "2020-05-06" },
    links: expect.arrayContaining([{ kind: "supersedes", to: "adr/0002-use-calls.md" }]),
  });
});

test("they go out as files, as pages and as a patch; what is there and differs stays", async () => {
  await run("decisions", "new", "--unit", "shop", "--title", "Keep it", "--why", "It is good.");
  const out = await run("decisions", "export", at("out"), "--unit", "shop", "--json");
  expect(lastJson(out)).toMatchObject({ records: 4, written: 4, same: 0 });
  const [first] = (corpus["adr-tools"] ?? []).filter(({ path }) => path.includes("0001"));
  expect(new Uint8Array(await readFile(at("out/adr/0001-record-decisions.md")))).toEqual(first?.bytes);
  expect(await readFile(at("out/adr/0004-keep-it.md"), "utf8")).toContain("# Keep it\n");
  await writeFile(at("out/adr/0004-keep-it.md"), "mine");
  const refused = await run("decisions", "export", at("out"), "--unit", "shop");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("adr/0004-keep-it.md");
  expect(await readFile(at("out/adr/0004-keep-it.md"), "utf8")).toBe("mine");
  await run("decisions", "export", at("site"), "--unit", "shop", "--site");
  expect(await readFile(at("site/index.html"), "utf8")).toContain("Decisions of Shop");
  const patched = await run("decisions", "export", at("patch"), "--unit", "shop", "--patch");
  expect(patched.stdout).toContain("new      adr/0004-keep-it.md");
  expect(await readFile(at("patch/decisions.patch"), "utf8")).toContain("+++ b/adr/0004-keep-it.md\n");
  const both = await run("decisions", "export", at("x"), "--unit", "shop", "--patch", "--site");
  expect(both.stderr).toContain("one of them");
  const branch = await run("decisions", "export", "--unit", "shop", "--branch", "b");
  expect(branch.stderr).toContain("in no repository");
  const nothing = await run("decisions", "import", "--unit", "shop");
  expect(nothing.stderr).toContain("Name a folder or an archive");
  expect((await run("decisions", "import", at("gone"), "--unit", "shop")).stderr).toContain("There is no");
});
