/** Test support: only tests import this. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventsOptions, type OpenEvents, openEvents } from "./open-events.ts";

/** A fresh events store with all migrations run, gone when it is closed. One at a time in a process: chDB opens one directory. */
export async function openTestEvents(options: EventsOptions = {}): Promise<OpenEvents> {
  const dataDir = await mkdtemp(join(tmpdir(), "septet-events-"));
  const events = await openEvents({ dataDir }, options);
  const close = async () => {
    await events.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...events, close };
}
