import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Hono } from "hono";
import { compress } from "hono/compress";
import { fail } from "../errors.ts";
import type { WithNonce } from "./guard.ts";

/** Shown for the few seconds in which the pages are being built; it looks again by itself. */
const BUILDING = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Septet</title><p>The pages are being built. This one comes back by itself in a few seconds.</p></html>`;

/** Serves the built pages: files by their names, and the one page for every other address that is not the API's. */
export function servePages(app: Hono<WithNonce>, folder: string): void {
  mkdirSync(folder, { recursive: true }); // before the first build it is not there, which would be complained of
  app.use(
    "/assets/*",
    compress(),
    serveStatic({
      root: folder,
      onFound: (_, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  app.get("*", async (c) => {
    const known =
      !c.req.path.startsWith("/assets/") && (!c.req.path.startsWith("/api/") || c.req.path === "/api/docs");
    if (!known) fail("not_found", `There is nothing at ${c.req.path}.`);
    return page(c, join(folder, "index.html"));
  });
}

async function page(c: Context<WithNonce>, file: string): Promise<Response> {
  const html = await readFile(file, "utf8").catch(() => BUILDING);
  return c.html(html.replaceAll("__NONCE__", c.get("nonce")), 200, { "cache-control": "no-store" });
}
