import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

/** One kind of thing that is held about a person. */
export const HeldFile = z.object({
  /** The file's name in the archive, without its ending: "memberships". */
  name: z.string(),
  /** What it is, in words. */
  says: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
});
export type HeldFile = z.infer<typeof HeldFile>;

export const held = contract({
  method: "GET",
  path: "/api/me/held",
  summary: "Everything that is held about the person who asks, as it will stand in the archive",
  scope: "session",
  input: z.object({}),
  output: z.object({
    person: z.object({ id: z.string(), name: z.string() }),
    at: z.iso.datetime(),
    files: z.array(HeldFile),
  }),
});

export const erase = contract({
  method: "DELETE",
  path: "/api/people/:id",
  summary:
    "Erase a person: account, memberships and every link from their name to what they did; figures of the past stay as they are",
  scope: "session",
  input: z.object({ id: z.string() }),
  output: z.object({}),
});
