/** What a commit's message says about other commits and deployments. */
export interface Mention {
  readonly hash: string;
  /** `reversing changes made to …`: what the reverted merge was merged into. */
  readonly relativeTo: string | null;
}

const REVERTS =
  /\bThis\s+reverts\s+(?:merge\s+)?commits?\s+([0-9a-f]{4,64})\b((?:(?:\s*,\s*|\s+)(?:and\s+)?[0-9a-f]{7,64}\b)*)(?:\s*,\s*reversing\s+changes\s+made\s+to\s+([0-9a-f]{4,64})\b)?/gi;

/** The commits that `This reverts commit …` names, in full or shortened, each once. */
export function revertsIn(message: string): Mention[] {
  if (!/reverts/i.test(message)) return [];
  const found = new Map<string, Mention>();
  for (const [, first = "", more = "", relativeTo] of message.matchAll(REVERTS)) {
    for (const written of [first, ...(more.match(/[0-9a-f]{7,64}/gi) ?? [])]) {
      const hash = own(written.toLowerCase());
      if (!found.has(hash))
        found.set(hash, {
          hash,
          relativeTo: relativeTo === undefined ? null : own(relativeTo.toLowerCase()),
        });
    }
  }
  return [...found.values()];
}

/** A text of its own: as a part of a message it would keep the whole message, of up to a megabyte, in memory. */
const own = (text: string): string => Buffer.from(text).toString();

/** The values of one trailer, from the trailers as git lists them: one a line, `Key: value`. */
export function trailersNamed(trailers: string, key: string): string[] {
  return trailers.split("\n").flatMap((line) => {
    const colon = line.indexOf(":");
    const value = line.slice(colon + 1).trim();
    return colon > 0 && line.slice(0, colon).trim().toLowerCase() === key && value !== "" ? [value] : [];
  });
}

/** Who a person is, for a pseudonym: the e-mail address in lower case, or else the name. */
export function identityOf(name: string, address: string): string {
  return (address.trim() || name.trim() || "unknown").toLowerCase();
}

/** The identities in `Co-authored-by: Name <address>`. */
export const coAuthorsIn = (trailers: string): string[] =>
  trailersNamed(trailers, "co-authored-by").map((value) => {
    const [, name = value, address = ""] = /^(.*?)<([^>]*)>/.exec(value) ?? [];
    return own(identityOf(name, address));
  });

const HOSTS =
  /^(?:github(?: enterprise)?|web-flow|gitlab|gitea|forgejo|codeberg|bitbucket(?: cloud)?|azure (?:devops|repos))$/i;
const HOST_ADDRESSES =
  /^(?:noreply@(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitea\.(?:io|com)|forgejo\.org)|gitea@fake\.local)$/i;

/** Whether a committer is a host's own, as for a squash or a merge made on its page. */
export const isHost = (name: string, address: string): boolean =>
  HOSTS.test(name.trim()) || HOST_ADDRESSES.test(address.trim());
