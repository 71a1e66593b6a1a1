import { type Env, Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Failure, fail, problemOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Route } from "./answer.ts";
import type { Contract } from "./contract.ts";

/** A request body may have this many bytes, where its contract names no other limit. */
const BODY_LIMIT = 1024 * 1024;

/** An app whose every error leaves as an RFC 9457 problem document; what was not foreseen is logged, and tells nothing. */
export function problemApp<E extends Env>(log: Log): Hono<E> {
  const app = new Hono<E>();
  app.onError((error, c) => {
    const foreseen = error instanceof Failure && error.code !== "unexpected";
    if (!foreseen) log.error({ err: error, path: c.req.path }, "a request failed");
    return problemResponse(error);
  });
  app.notFound((c) =>
    problemResponse(new Failure("not_found", { detail: `There is nothing at ${c.req.path}.` })),
  );
  return app;
}

export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status as ContentfulStatusCode,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(error instanceof Failure && error.retryAfterSeconds !== undefined
        ? { "retry-after": String(error.retryAfterSeconds) }
        : {}),
    },
  });
}

/**
 * Serves each route at its contract's address, with the context made for each request. Who asks, and whether they may ask for
 * this at all, is found out in `contextOf`, before anything of the request is read.
 */
export function mount<Context, E extends Env>(
  app: Hono<E>,
  routes: readonly Route<Context>[],
  contextOf: (request: HonoContext, contract: Contract) => Promise<Context> | Context,
): void {
  for (const route of routes) {
    const { method, path, largest = BODY_LIMIT } = route.contract;
    const limit = bodyLimit({ maxSize: largest, onError: () => tooLarge(largest) });
    app.on(method, path, async (c) => {
      const context = await contextOf(c, route.contract);
      const answered = await route.respond(context, async () => {
        await limit(c, async () => undefined);
        return rawInput(c, method);
      });
      return c.json(answered as object, 200, { "cache-control": "no-store" });
    });
  }
}

const tooLarge = (largest: number): never =>
  fail("too_large", `A request to this address may have at most ${Math.round(largest / BODY_LIMIT)} MiB.`);

async function rawInput(c: HonoContext, method: string): Promise<Record<string, unknown>> {
  const inPath = c.req.param() as Record<string, string>;
  if (method === "GET" || method === "DELETE") return { ...c.req.query(), ...inPath };
  return { ...(await jsonBody(c)), ...inPath };
}

/** Only JSON is read: no form of another site can be sent as such without the browser asking first. */
async function jsonBody(c: HonoContext): Promise<object> {
  if (!c.req.header("content-type")?.toLowerCase().startsWith("application/json")) {
    fail("bad_input", "Send a JSON body with the header content-type: application/json.");
  }
  const body = await c.req.json().catch(() => fail("bad_input", "The body is no JSON."));
  if (typeof body !== "object" || body === null || Array.isArray(body))
    fail("bad_input", "The body is no JSON object.");
  return body as object;
}
