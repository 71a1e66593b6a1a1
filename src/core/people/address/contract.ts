import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { fields } from "../fields.ts";

export const changeAddress = contract({
  method: "PUT",
  path: "/api/people/:id/email",
  summary: "Say how somebody without an account is reached; who has an account changes it by themselves",
  scope: "session",
  input: z.object({
    id: z.string(),
    /** `null` takes it away. */
    email: fields.email.nullable(),
  }),
  output: z.object({}),
});
