import { secondsOf } from "./dates.ts";
import { lines } from "./graph.ts";
import type { Git } from "./program/git.ts";

export interface Ref {
  /** In full, e.g. `refs/tags/v1.0.0`. */
  readonly name: string;
  /** What it names: a commit, or an annotated tag. */
  readonly object: string;
  /** The commit in the end, through tags of tags; `null` where it is another kind of object. */
  readonly commit: string | null;
  /** When an annotated tag was made, in seconds (`NaN` where that cannot be read); `null` where it does not say. */
  readonly tagged: number | null;
  /** Where a symbolic ref points to, else "". */
  readonly symbolic: string;
}

const FORMAT =
  "%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname)%00%(symref)%00%(tagger)%00";

/** The branches, those of `origin`, and the tags. */
export async function readRefs(git: Git): Promise<Ref[]> {
  const refs: Ref[] = [];
  const nested: { object: string; at: number }[] = [];
  const args = ["for-each-ref", `--format=${FORMAT}`, "refs/heads", "refs/remotes/origin", "refs/tags"];
  const pending: string[] = [];
  for await (const fields of git.fields(args)) {
    pending.push(...fields);
    while (pending.length >= 3) {
      const [what = "", symbolic = "", tagger = ""] = pending.splice(0, 3);
      const [type = "", object = "", peeledType = "", peeled = "", name = ""] = what.trimStart().split(" ");
      if (peeledType === "tag") nested.push({ object, at: refs.length });
      const commit = type === "commit" ? object : peeledType === "commit" ? peeled : null;
      refs.push({ name, object, commit, tagged: taggedAt(tagger), symbolic });
    }
  }
  return withNested(git, refs, nested);
}

/** Before 2.45 git looks through one tag only. */
async function withNested(
  git: Git,
  refs: Ref[],
  nested: readonly { object: string; at: number }[],
): Promise<Ref[]> {
  if (nested.length === 0) return refs;
  const input = lines(nested.map(({ object }) => `${object}^{}`));
  const said = (await git.answer(["cat-file", "--batch-check"], { input })) ?? "";
  said.split("\n").forEach((line, index) => {
    const [object = "", type] = line.split(" ");
    const at = nested[index]?.at ?? -1;
    const ref = refs[at];
    if (ref && type === "commit") refs[at] = { ...ref, commit: object };
  });
  return refs;
}

function taggedAt(tagger: string): number | null {
  if (tagger === "") return null;
  return secondsOf(/> (\S+)(?: [+-]\d+)?$/.exec(tagger)?.[1] ?? "");
}

export const HEADS = "refs/heads/";
export const ORIGIN = "refs/remotes/origin/";
export const TAGS = "refs/tags/";
