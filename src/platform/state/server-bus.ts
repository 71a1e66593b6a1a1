import pg from "pg";
import { type Bus, checkPayload, localBus } from "./bus.ts";

const RECONNECT_MS = 1000;

/** `LISTEN/NOTIFY` over one connection of its own, made when the first one listens and again when it was lost. */
export function serverBus(
  connection: pg.ClientConfig,
  query: (text: string, values: string[]) => Promise<unknown>,
): Bus {
  const heardHere = localBus();
  const channels = new Set<string>();
  let client: Promise<pg.Client> | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client(connection);
    fresh.on("notification", ({ channel, payload }) => void heardHere.notify(channel, payload ?? ""));
    fresh.on("error", lost);
    fresh.on("end", lost);
    await fresh.connect();
    for (const channel of channels) await listenOn(fresh, channel);
    return fresh;
  };
  const connected = () => {
    client ??= connect();
    return client;
  };
  const lost = () => {
    client = undefined;
    if (!closed) setTimeout(() => !closed && connected().catch(lost), RECONNECT_MS).unref();
  };

  return {
    async notify(channel, payload) {
      checkPayload(payload);
      await query("select pg_notify($1, $2)", [channel, payload]);
    },
    async listen(channel, heard) {
      channels.add(channel);
      const stop = await heardHere.listen(channel, heard);
      await listenOn(await connected(), channel);
      return stop;
    },
    async close() {
      closed = true;
      await heardHere.close();
      await client?.then((open) => open.end()).catch(() => undefined);
    },
  };
}

/** Once is enough, and twice does no harm. */
const listenOn = (client: pg.Client, channel: string) =>
  client.query(`listen ${pg.escapeIdentifier(channel)}`);
