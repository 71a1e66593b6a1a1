import { eq } from "drizzle-orm";
import { Failure } from "../../../platform/errors.ts";
import { newToken } from "../../../platform/installation.ts";
import {
  type KeyFile,
  makeKeyFile,
  readKeyFile,
  setKeyFileAside,
  WAY_OUT,
  writeKeyFile,
} from "../../../platform/key-file.ts";
import { type KeyRing, newRing, seal, unseal } from "../../../platform/secrets.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { secret, session, verification } from "../tables.ts";

/** Keys for data, which stay the same while the key that seals them changes. */
interface DataKeys {
  /** Identities are hashed with it. */
  readonly pseudonyms: string;
  /** Sessions are signed with it. */
  readonly sessions: string;
  /** What reminders keep secret is sealed with it. */
  readonly reminders: string;
}

export interface Keys extends DataKeys {
  /** Seals everything under a new key, and forgets the old one. Gives the new one's id. */
  rotate(actor: string): Promise<string>;
}

const NAMES = ["pseudonyms", "sessions", "reminders"] as const satisfies readonly (keyof DataKeys)[];

/** Opens the installation's data keys; makes them, and the key file, at the first start. `not_readable` where the key is lost. */
export async function openKeys(state: StateDb, file: string): Promise<Keys> {
  const { ring, plain } = await keysAtHand(state, file);
  const keys = await state.asAuth(async (tx) => {
    await sow(tx, ring, plain);
    return openAll(tx, ring).catch((cause) => lost(file, cause));
  });
  if (plain !== undefined || Object.keys(ring.keys).length > 1) await settle(state, file, ring);
  let turning: Promise<unknown> = Promise.resolve();
  const rotateInTurn = (actor: string): Promise<string> => {
    const turn = turning.then(() => rotate(state, file, actor));
    turning = turn.catch(() => undefined);
    return turn;
  };
  return { ...keys, rotate: rotateInTurn };
}

/** Forgets all that was sealed, with every session and open link, and begins anew. The old key file is set aside. */
export async function resetKeys(state: StateDb, file: string): Promise<void> {
  await state.asAuth(async (tx) => {
    await tx.delete(secret);
    await tx.delete(session);
    await tx.delete(verification);
    await recordAudit(tx, null, { action: "keys.reset" });
  });
  await setKeyFileAside(file);
  await openKeys(state, file);
}

/** A key file is made only where nothing is sealed yet: a new one would open nothing. */
async function keysAtHand(state: StateDb, file: string): Promise<KeyFile> {
  const sealed = await state.asAuth((tx) => tx.select().from(secret));
  const there = await readKeyFile(file);
  if (there?.plain !== undefined && sealed.length === 0) await writeKeyFile(file, there);
  if (there) return there;
  if (sealed.length > 0) lost(file);
  await makeKeyFile(file);
  return (await readKeyFile(file)) ?? lost(file);
}

function lost(file: string, cause?: unknown): never {
  const what =
    cause === undefined
      ? `The key file ${file} is not there.`
      : `The key in ${file} is not the one that this installation's secrets are kept under.`;
  throw new Failure("not_readable", { detail: `${what} ${WAY_OUT}`, cause });
}

/** The plain key of before becomes each data key, so that sessions and pseudonyms stay as they are. */
async function sow(tx: Tx, ring: KeyRing, plain: string | undefined): Promise<void> {
  const fresh = NAMES.map((name) => ({ name, sealed: seal(ring, name, plain ?? newToken()) }));
  await tx.insert(secret).values(fresh).onConflictDoNothing();
}

async function openAll(tx: Tx, ring: KeyRing): Promise<DataKeys> {
  const rows = await tx.select().from(secret);
  return Object.fromEntries(
    rows.map(({ name, sealed }) => [name, unseal(ring, name, sealed)]),
  ) as unknown as DataKeys;
}

/** Both keys are in the file until everything is sealed under the new one, so that a crash loses nothing at any point. */
async function rotate(state: StateDb, file: string, actor: string): Promise<string> {
  const before = (await readKeyFile(file)) ?? lost(file);
  const fresh = newRing();
  const ring = { current: fresh.current, keys: { ...before.ring.keys, ...fresh.keys } };
  await writeKeyFile(file, { ...before, ring });
  await settle(state, file, ring);
  await state.asAuth((tx) =>
    recordAudit(tx, actor, { action: "keys.rotated", detail: { key: ring.current } }),
  );
  return ring.current;
}

/** Seals everything under the current key, then lets go of the others. Safe to do again. */
async function settle(state: StateDb, file: string, ring: KeyRing): Promise<void> {
  await state.asAuth(async (tx) => {
    for (const { name, sealed } of await tx.select().from(secret).for("update")) {
      const again = seal(ring, name, unseal(ring, name, sealed));
      await tx.update(secret).set({ sealed: again }).where(eq(secret.name, name));
    }
  });
  const current = ring.keys[ring.current] as string;
  await writeKeyFile(file, { ring: { current: ring.current, keys: { [ring.current]: current } } });
}
