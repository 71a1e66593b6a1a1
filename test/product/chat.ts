import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface ChatOptions {
  /** What it answers, by the path; without it, 200. */
  readonly status?: (path: string) => number;
}

/** A real server that takes incoming webhooks, and keeps what is posted to it. */
export async function openChat({ status = () => 200 }: ChatOptions = {}) {
  const posted: { path: string; type: string; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = request.url ?? "";
      const type = request.headers["content-type"] ?? "";
      posted.push({ path, type, body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
      const code = status(path);
      if (code === 0) return; // It never answers.
      response.writeHead(code, code >= 300 && code < 400 ? { location: "/elsewhere" } : {}).end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
