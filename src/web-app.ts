import type { Context, Hono } from "hono";
import type { Actor } from "./core/people/actor.ts";
import { actAs, actorOf } from "./core/people/store/people.ts";
import type { SignIn } from "./core/people/store/sign-in.ts";
import { pagesFolder } from "./platform/build-pages.ts";
import type { Config } from "./platform/config.ts";
import { fail } from "./platform/errors.ts";
import type { Route } from "./platform/http/answer.ts";
import { mount, problemApp } from "./platform/http/app.ts";
import { guard, type WithNonce } from "./platform/http/guard.ts";
import { openApi } from "./platform/http/openapi.ts";
import { servePages } from "./platform/http/pages.ts";
import { ACT_AS, sameToken } from "./platform/installation.ts";
import type { Log } from "./platform/log.ts";
import type { StateDb } from "./platform/state/state-db.ts";
import { version } from "./platform/version.ts";

interface WebParts<RequestContext> {
  readonly config: Config;
  readonly log: Log;
  readonly state: StateDb;
  readonly sessions: SignIn;
  readonly owner: Actor;
  /** Who has it has read the data directory, and acts as the owner. */
  readonly localToken: string;
  readonly routes: readonly Route<RequestContext>[];
  contextOf(actor: Actor, c: Context): RequestContext;
}

/** All that answers over HTTP: what is open to anyone first, then the API behind its sign-in, then the pages. */
export function webApp<RequestContext>(parts: WebParts<RequestContext>): Hono<WithNonce> {
  const { config, log, state, sessions, routes, contextOf } = parts;
  const app = problemApp<WithNonce>(log);
  app.use(
    guard({ loopbackOnly: ["127.0.0.1", "localhost", "::1"].includes(config.host) && !config.publicUrl }),
  );

  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    await state.asJobs(async () => undefined);
    return c.text("ready");
  });
  app.get("/enter/:token", async (c) => {
    const cookies = await sessions.enter(c.req.param("token"), c.req.raw.headers);
    for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    c.header("cache-control", "no-store");
    return c.redirect(cookies.length > 0 ? "/" : "/?link=spent");
  });
  const about = {
    title: "Septet",
    version,
    description: "Feedback loops with which engineering teams improve by themselves.",
  };
  const document = openApi(
    about,
    routes.map(({ contract }) => contract),
  );
  app.get("/api/openapi.json", (c) => c.json(document));

  mount(app, routes, async (c) => contextOf(await whoAsks(c, parts), c));
  servePages(app, pagesFolder);
  return app;
}

/** The person behind a request: by the local token, or by a session's cookie. Nobody else gets any further. */
async function whoAsks<R>(c: Context, { sessions, state, owner, localToken }: WebParts<R>): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (bearer !== undefined) {
    if (!sameToken(bearer, localToken)) fail("not_signed_in", "The token is not right.");
    const wanted = c.req.header(ACT_AS);
    return wanted === undefined ? owner : actAs(state, owner, { wanted, path: c.req.path });
  }
  const account = await sessions.accountOf(c.req.raw.headers);
  const actor = account === undefined ? undefined : await actorOf(state, account);
  return actor ?? fail("not_signed_in");
}
