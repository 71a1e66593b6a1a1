import { isIPv6 } from "node:net";
import type { Context } from "hono";

/** Who is at the door, before it is known who that is. */
export interface Visitor {
  readonly headers: Headers;
  /** Where the request came from; an IPv6 address as its /64, as one machine has all of that. */
  readonly address: string;
  /** Sends cookies with the answer. */
  setCookies(cookies: readonly string[]): void;
}

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** `proxies`: how many of our own stand before us, each of which adds to X-Forwarded-For. What is left of those is anyone's claim. */
export function visitorOf(c: Context, proxies: number): Visitor {
  const socket = (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? "inside";
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return {
    headers: c.req.raw.headers,
    address: addressFrom([...forwarded.filter(Boolean), socket], proxies),
    setCookies: (cookies) => {
      for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    },
  };
}

/** `hops` from the farthest to the nearest. */
export function addressFrom(hops: readonly string[], proxies: number): string {
  const address = hops[Math.max(0, hops.length - 1 - proxies)] ?? "inside";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(plain) ? `${network(plain)}::/64` : plain;
}

function network(address: string): string {
  const [left = "", right] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = right === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":");
}
