import { createHash } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";
import { z } from "zod";
import { type KeyRing, seal, unseal } from "../../../../platform/secrets.ts";

const Errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page to come back to. */
  next: z.string(),
});

/** What the browser keeps, sealed, between going to the organisation's sign-in and coming back. */
export type Errand = z.infer<typeof Errand>;

/** Only the browser that began can finish: what it takes to do so is in a cookie of its own. */
export interface Errands {
  /** The cookie that keeps it. */
  keep(errand: Errand, now: number): string;
  /** What a browser began, if it is not too long ago. */
  kept(headers: Headers, now: number): Errand | undefined;
  /** The cookie that forgets it. */
  forget(): string;
}

const PURPOSE = "sign-in errand";
/** As long as it may take somebody to sign in over there. */
const GOOD_FOR_SECONDS = 10 * 60;

/** `cookie`: its name; `secret`: what sessions are signed with. */
export function errandsWith({ cookie, secret }: { cookie: string; secret: string }): Errands {
  const key = createHash("sha256").update(`${PURPOSE} ${secret}`).digest("base64url");
  const ring: KeyRing = { current: "errand", keys: { errand: key } };
  const written = (value: string, maxAge: number) =>
    serialize(cookie, value, {
      path: "/api/sign-in",
      httpOnly: true,
      sameSite: "Lax",
      secure: cookie.startsWith("__Secure-"),
      maxAge,
    });
  return {
    keep: (errand, now) => {
      const kept = { ...errand, until: now + GOOD_FOR_SECONDS * 1000 };
      return written(seal(ring, PURPOSE, JSON.stringify(kept)), GOOD_FOR_SECONDS);
    },
    kept: (headers, now) => {
      const sealed = parse(headers.get("cookie") ?? "", cookie)[cookie];
      const opened = sealed === undefined ? undefined : openedBy(ring, sealed);
      return opened && opened.until > now ? opened : undefined;
    },
    forget: () => written("", 0),
  };
}

const Kept = Errand.extend({ until: z.number() });

function openedBy(ring: KeyRing, sealed: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.parse(JSON.parse(unseal(ring, PURPOSE, sealed)));
  } catch {
    return undefined;
  }
}
