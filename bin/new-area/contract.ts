import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

export const exampleOverview = contract({
  method: "GET",
  path: "/api/units/:slug/example",
  summary: "What is open in this area for a unit",
  input: z.object({ slug: z.string() }),
  output: z.object({
    /** One sentence. */
    notable: z.string(),
    open: z.array(z.string()),
  }),
});
