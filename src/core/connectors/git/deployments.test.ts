import { expect, test } from "vitest";
import { deploymentsOf } from "./deployments.ts";
import { newHashes } from "./hashes.ts";

test("two hundred thousand tags on one commit are one deployment, as early as the first of them", () => {
  const hashes = newHashes();
  const commit = "ab".repeat(20);
  hashes.add(commit);
  const graph = {
    hashes,
    parents: new Int32Array(),
    from: Int32Array.of(0, 0),
    seconds: Float64Array.of(1_700_000_000),
  };
  const tags = Array.from({ length: 200_000 }, (_, number) => ({
    name: `v${number}`,
    commit,
    tagged: 1_710_000_000 - number,
  }));
  const { list, remarks } = deploymentsOf(graph, { kind: "tags", tags, of: "", remarks: [] }, 1.8e12);
  expect(list.map(({ at, names }) => [at, names.length, names[0]])).toEqual([
    [1_709_800_001_000, 200_000, "v199999"],
  ]);
  expect(remarks).toEqual([]);
});
