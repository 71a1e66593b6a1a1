import pc from "picocolors";
import { createToken, revokeToken, tokens } from "../../core/people/tokens/contract.ts";
import type { AskOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

interface Wanted {
  readonly name: string;
  readonly scope: readonly string[];
  readonly expires?: string | undefined;
}

export async function createTokenCommand(
  { ask }: Connection,
  { name, scope, expires }: Wanted,
  out: Output,
): Promise<void> {
  // What is no scope is refused by the contract, with what would be right.
  const scopes = [...scope] as AskOf<typeof createToken>["scopes"];
  const made = await ask(createToken, { name, scopes, ...(expires === undefined ? {} : { expires }) });
  out.say(pc.dim("Keep it well: it is shown this once. Send it as: Authorization: Bearer …"));
  out.result(made, () => made.token);
}

export async function listTokensCommand({ ask }: Connection, out: Output): Promise<void> {
  const known = await ask(tokens, {});
  out.result(known, () =>
    known.tokens.length === 0
      ? "You have no tokens."
      : table([
          ["id", "name", "scopes", "made", "last day", "last used"],
          ...known.tokens.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => [
            id,
            name,
            scopes.join(", "),
            createdAt.slice(0, 10),
            expiresAt === null ? "no end" : lastDay(expiresAt),
            lastUsedAt?.slice(0, 16).replace("T", " ") ?? "never",
          ]),
        ]),
  );
}

export async function revokeTokenCommand({ ask }: Connection, id: string, out: Output): Promise<void> {
  await ask(revokeToken, { id });
  out.result({ revoked: id }, () => `The token ${id} is good no more.`);
}

/** A token ends at the end of its last day. */
const lastDay = (end: string): string => new Date(Date.parse(end) - 1).toISOString().slice(0, 10);
