import type { Context, Hono } from "hono";
import type { Actor } from "./core/people/actor.ts";
import { comeBack, followLink, type OpenContext, type PeopleParts, whoAsks } from "./core/people/index.ts";
import { unsubscribe } from "./core/reminders/store/unsubscribe.ts";
import { pagesFolder } from "./platform/build-pages.ts";
import type { Config } from "./platform/config.ts";
import type { Route } from "./platform/http/answer.ts";
import { mount, problemApp } from "./platform/http/app.ts";
import type { Contract } from "./platform/http/contract.ts";
import { guard, type WithNonce } from "./platform/http/guard.ts";
import { openApi } from "./platform/http/openapi.ts";
import { servePages } from "./platform/http/pages.ts";
import { type Live, mountStreams, type Stream } from "./platform/http/streams.ts";
import { visitorOf } from "./platform/http/visitor.ts";
import type { Log } from "./platform/log.ts";
import type { StateDb } from "./platform/state/state-db.ts";
import { version } from "./platform/version.ts";

interface WebParts<RequestContext extends OpenContext> {
  readonly config: Config;
  readonly log: Log;
  readonly state: StateDb;
  readonly people: PeopleParts;
  /** Behind the sign-in. */
  readonly routes: readonly Route<RequestContext>[];
  /** Open to anyone. */
  readonly openRoutes: readonly Route<OpenContext>[];
  /** Behind the sign-in too: that something changed, said while it does. */
  readonly streams: readonly Stream<RequestContext>[];
  readonly live: Live;
  contextOf(open: OpenContext, actor: Actor): RequestContext;
  /** The calendar behind a private address, for whoever has it. */
  calendar(open: OpenContext, file: string): Promise<string>;
}

/** All that answers over HTTP: what is open to anyone first, then the API behind its sign-in, then the pages. */
export function webApp<RequestContext extends OpenContext>(parts: WebParts<RequestContext>): Hono<WithNonce> {
  const { config, log, state, people, routes, openRoutes, contextOf } = parts;
  const openContextOf = (c: Context): OpenContext => ({ people, visitor: visitorOf(c, config.trustProxy) });
  const app = problemApp<WithNonce>(log);
  app.use(guard(doorsOf(config)));

  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    await state.asJobs(async () => undefined);
    return c.text("ready");
  });
  app.get("/enter/:token", async (c) => {
    c.header("cache-control", "no-store");
    return c.redirect(await followLink(openContextOf(c), c.req.param("token")));
  });
  app.get("/api/sign-in/callback", async (c) => {
    c.header("cache-control", "no-store");
    return c.redirect(await comeBack(openContextOf(c), new URL(c.req.url).search));
  });
  app.get("/calendar/:file", async (c) => {
    const text = await parts.calendar(openContextOf(c), c.req.param("file"));
    return c.body(text, 200, { "content-type": "text/calendar; charset=utf-8", "cache-control": "no-store" });
  });
  // For mail programs, which post a form of their own to it (RFC 8058); people get a page that asks.
  app.post("/unsubscribe/:token", async (c) => {
    await unsubscribe(openContextOf(c), c.req.param("token"));
    return c.body(null, 204);
  });
  const document = openApi(
    about,
    [...openRoutes, ...routes].map(({ contract }) => contract),
  );
  app.get("/api/openapi.json", (c) => c.json(document));

  mount(app, openRoutes.map(saidOpen), openContextOf);
  const contextIn = async (c: Context, contract: Contract): Promise<RequestContext> => {
    const open = openContextOf(c);
    return contextOf(open, await whoAsks(people, open.visitor, contract));
  };
  mount(app, routes.map(notSaidOpen), contextIn);
  mountStreams(app, parts.streams, { contextOf: contextIn, live: parts.live });
  servePages(app, pagesFolder);
  return app;
}

const about = {
  title: "Septet",
  version,
  description: "Feedback loops with which engineering teams improve by themselves.",
};

const doorsOf = ({ host, publicUrl }: Config) => ({
  loopbackOnly: ["127.0.0.1", "localhost", "::1"].includes(host) && !publicUrl,
  publicUrl,
});

/** What is open says so in its contract, where everybody reads it; and nothing else is. */
function saidOpen<C>(route: Route<C>): Route<C> {
  if (!route.contract.open)
    throw new Error(`${route.contract.path} is mounted as open, and does not say so.`);
  return route;
}

function notSaidOpen<C>(route: Route<C>): Route<C> {
  if (route.contract.open) throw new Error(`${route.contract.path} says that it is open, and is not.`);
  return route;
}
