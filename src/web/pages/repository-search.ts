import { z } from "zod";

/** Who comes to say how a known repository's deployments are told brings its folder. */
export const RepositorySearch = z.object({ path: z.string().optional().catch(undefined) });
