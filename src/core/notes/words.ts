import type { Visibility } from "../sharing/visibility.ts";

interface Names {
  readonly visibility: Visibility;
  readonly mine: boolean;
  readonly author: string | null;
  readonly partner: string | null;
  readonly unit: string;
  readonly audience: string | null;
}

const GONE = "somebody who is gone";

/** Who sees it, in words. */
export function seenBy({ visibility, mine, author, partner, unit, audience }: Names): string {
  if (visibility === "private") return "only you";
  if (visibility === "pair") return `you and ${(mine ? partner : author) ?? GONE}`;
  return visibility === "team" ? unit : `everyone in ${audience ?? unit}`;
}
