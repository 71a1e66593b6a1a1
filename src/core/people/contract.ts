import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

export const me = contract({
  method: "GET",
  path: "/api/me",
  summary: "Who is asking",
  input: z.object({}),
  output: z.object({ person: z.object({ id: z.string(), name: z.string() }) }),
});

export const signOut = contract({
  method: "POST",
  path: "/api/sign-out",
  summary: "End this session",
  input: z.object({}),
  output: z.object({}),
});

export const signInLink = contract({
  method: "POST",
  path: "/api/sign-in-link",
  summary: "A new one-time link that signs the asking person in, in another browser",
  input: z.object({}),
  output: z.object({ url: z.string() }),
});
