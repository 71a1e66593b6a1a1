import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { fields } from "../fields.ts";

/** What a token may be good for. */
export const TOKEN_SCOPES = ["ingest", "read", "admin"] as const;

const Token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});

export const tokens = contract({
  method: "GET",
  path: "/api/tokens",
  summary: "One's own API tokens",
  scope: "session",
  input: z.object({}),
  output: z.object({
    tokens: z.array(
      Token.extend({
        /** To within a minute; `null` before the first use. */
        lastUsedAt: z.iso.datetime().nullable(),
        expired: z.boolean(),
      }),
    ),
  }),
});

export const createToken = contract({
  method: "POST",
  path: "/api/tokens",
  summary: "A new API token, which acts as oneself within its scopes; it is shown this once",
  scope: "session",
  input: z.object({
    name: fields.name,
    scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, "choose at least one of ingest, read, admin."),
    /** The last day on which it is good; without it there is no end. */
    expires: z.iso.date().optional(),
  }),
  output: Token.extend({ token: z.string() }),
});

export const revokeToken = contract({
  method: "DELETE",
  path: "/api/tokens/:id",
  summary: "Make an API token useless",
  scope: "session",
  input: z.object({ id: z.string().max(100) }),
  output: z.object({}),
});
