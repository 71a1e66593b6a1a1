import { secondsOf } from "./dates.ts";
import { lines } from "./graph.ts";
import { coAuthorsIn, identityOf, isHost, type Mention, revertsIn, trailersNamed } from "./messages.ts";
import { LONGEST_NAME, plain, titleOf } from "./plain.ts";
import type { Git } from "./program/git.ts";

/** What is read of one commit besides its place in the graph. */
export interface Content {
  readonly hash: string;
  readonly title: string;
  /** Author time in seconds, `NaN` where it cannot be read. */
  readonly authored: number;
  readonly identities: readonly string[];
  readonly reverts: readonly Mention[];
  /** The deployments that `Fixes-Deployment:` names. */
  readonly fixes: readonly string[];
  readonly committerIsHost: boolean;
}

const FIELDS = ["%H", "%at", "%an", "%ae", "%cn", "%ce", "%B", "%(trailers:only,unfold)"];
const ARGS = ["log", "--no-walk=unsorted", "-z", "--no-notes", `--format=${FIELDS.join("%x00")}`, "--stdin"];

/** Reads these commits, by their hashes. Git itself says what is a trailer. */
export async function readContents(git: Git, hashes: readonly string[]): Promise<Map<string, Content>> {
  const contents = new Map<string, Content>();
  const pending: string[] = [];
  for await (const fields of git.fields(ARGS, { input: lines(hashes) })) {
    pending.push(...fields);
    const whole = pending.length - (pending.length % FIELDS.length);
    const ready = pending.splice(0, whole);
    for (let at = 0; at < whole; at += FIELDS.length) {
      const content = contentOf(ready.slice(at, at + FIELDS.length));
      contents.set(content.hash, content);
    }
  }
  return contents;
}

function contentOf(fields: readonly string[]): Content {
  const [
    hash = "",
    authored = "",
    name = "",
    address = "",
    committer = "",
    committerAddress = "",
    message = "",
    trailers = "",
  ] = fields;
  return {
    hash,
    title: titleOf(message),
    authored: secondsOf(authored),
    identities: [identityOf(name, address), ...coAuthorsIn(trailers)],
    reverts: revertsIn(message),
    fixes: trailersNamed(trailers, "fixes-deployment").map((name) => plain(name, LONGEST_NAME)),
    committerIsHost: isHost(committer, committerAddress),
  };
}
