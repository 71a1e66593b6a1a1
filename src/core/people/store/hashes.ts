import { createHash } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";

/** How passwords are kept: slowly hashed, each with a salt of its own. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/** Scrypt, as the library has it. */
export const scrypt: Passwords = { hash: hashPassword, verify: verifyPassword };

/** Of what cannot be guessed (32 random bytes) a quick hash is enough. */
export const quickHash = (secret: string): Buffer => createHash("sha256").update(secret).digest();
