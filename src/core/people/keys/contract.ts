import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";

export const rotateKeys = contract({
  method: "POST",
  path: "/api/keys/rotate",
  scope: "session",
  summary: "A new key for the secrets that are kept; nobody has to sign in again",
  input: z.object({}),
  output: z.object({ key: z.string() }),
});
