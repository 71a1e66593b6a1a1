import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Failure } from "./errors.ts";

/** Keys by their ids; new secrets are sealed with the current one, older ones still open what they sealed. */
export interface KeyRing {
  readonly current: string;
  /** 32 bytes each, in base64url. */
  readonly keys: Readonly<Record<string, string>>;
}

const VERSION = "v1";
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key ring with one new key. */
export function newRing(): KeyRing {
  const id = randomBytes(6).toString("hex");
  return { current: id, keys: { [id]: randomBytes(32).toString("base64url") } };
}

/** `v1.<key id>.<nonce>.<ciphertext and tag>`. What is sealed for one purpose opens for no other. */
export function seal(ring: KeyRing, purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(ring, ring.current), nonce).setAAD(
    bound(ring.current, purpose),
  );
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, ring.current, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** Throws `not_readable` where the key is not in the ring, or what was sealed or its purpose is another. */
export function unseal(ring: KeyRing, purpose: string, text: string): string {
  const [version, id = "", nonce = "", body = ""] = text.split(".");
  if (version !== VERSION) throw unreadable();
  const sealed = Buffer.from(body, "base64url");
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(ring, id), Buffer.from(nonce, "base64url"), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(bound(id, purpose)).setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
      "utf8",
    );
  } catch (cause) {
    throw unreadable(cause);
  }
}

function keyOf({ keys }: KeyRing, id: string): Buffer {
  const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
  if (key === undefined) throw unreadable();
  return Buffer.from(key, "base64url");
}

const bound = (id: string, purpose: string): Buffer => Buffer.from(`septet ${VERSION} ${id} ${purpose}`);

const unreadable = (cause?: unknown): Failure =>
  new Failure("not_readable", { detail: "What was sealed does not open with the keys at hand.", cause });
