import { z } from "zod";

/** What a page ended with: how well it was found (0 in its title, 1 in its text, 2 nearly), its day, and which one it is. */
export interface Ended {
  readonly tier: number;
  readonly day: string;
  readonly kind: string;
  readonly thing: string;
}

export const CURSOR =
  /^[012]_\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])_[a-z-]{1,50}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const cursorAfter = ({ tier, day, kind, thing }: Ended): string => [tier, day, kind, thing].join("_");

/** Null for what no page ended with, as the 31st of February. */
export function endedAt(cursor: string): Ended | null {
  const [tier = "", day = "", kind = "", thing = ""] = cursor.split("_");
  return CURSOR.test(cursor) && z.iso.date().safeParse(day).success && day >= "0001-01-01"
    ? { tier: Number(tier), day, kind, thing }
    : null;
}
