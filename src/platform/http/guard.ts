import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { fail } from "../errors.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Where a request may come from. */
export interface Doors {
  /** Bound to this machine alone: then only its own names are answered, so that no web page can reach it through a name of its own. */
  readonly loopbackOnly: boolean;
}

/** Set for each request by {@link guard}; the pages' styles carry it. */
export type WithNonce = { Variables: { nonce: string } };

/**
 * Headers that keep pages to themselves, and two refusals: a host name that is not this machine's (DNS rebinding), and a
 * change asked for by another site (CSRF).
 */
export function guard({ loopbackOnly }: Doors): MiddlewareHandler<WithNonce> {
  return async (c, next) => {
    const host = new URL(c.req.url).hostname;
    if (loopbackOnly && !LOOPBACK.has(host))
      fail("not_allowed", `This server does not answer for “${host}”.`);
    const safe = c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS";
    if (!safe && !sameSite(c.req.raw)) fail("not_allowed", "The request was started by another site.");
    const nonce = randomBytes(16).toString("base64");
    c.set("nonce", nonce);
    await next();
    for (const [name, value] of Object.entries(headers(nonce))) c.res.headers.set(name, value);
  };
}

/** Programs send no Origin; browsers always do with a request that can change something. */
function sameSite(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(request.url).host);
}

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
});
