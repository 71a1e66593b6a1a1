import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { fail } from "../errors.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Where a request may come from. */
export interface Doors {
  /** Bound to this machine alone: then only its own names are answered, so that no web page can reach it through a name of its own. */
  readonly loopbackOnly: boolean;
  /** The address that browsers see, where it is not the one that a request names. */
  readonly publicUrl?: string | undefined;
}

/** Set for each request by {@link guard}; the pages' styles carry it. */
export type WithNonce = { Variables: { nonce: string } };

/**
 * Headers that keep pages to themselves, and two refusals: a host name that is not this machine's (DNS rebinding), and a
 * change asked for by another site (CSRF).
 */
export function guard({ loopbackOnly, publicUrl }: Doors): MiddlewareHandler<WithNonce> {
  const secure: Record<string, string> = publicUrl?.startsWith("https:") ? OVER_TLS : {};
  return async (c, next) => {
    const host = new URL(c.req.url).hostname;
    if (loopbackOnly && !LOOPBACK.has(host))
      fail("not_allowed", `This server does not answer for “${host}”.`);
    const safe = c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS";
    if (!safe && !fromOurPages(c.req.raw, publicUrl))
      fail("not_allowed", "The request was started by another site.");
    const nonce = randomBytes(16).toString("base64");
    c.set("nonce", nonce);
    await next();
    for (const [name, value] of Object.entries({ ...headers(nonce), ...secure }))
      c.res.headers.set(name, value);
  };
}

/** Programs send neither header; browsers always say with a change where it was started, and nothing of a page can keep them from it. */
function fromOurPages({ headers, url }: Request, publicUrl: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  const hosts = [url, publicUrl].flatMap((ours) => (ours === undefined ? [] : new URL(ours).host));
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

/** Once seen over TLS, never again without, for a year. */
const OVER_TLS = { "strict-transport-security": "max-age=31536000" };

const headers = (nonce: string): Record<string, string> => ({
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts and the component library place things by style attributes, which cannot carry a nonce.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), display-capture=()",
});
