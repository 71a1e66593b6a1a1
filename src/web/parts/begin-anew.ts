import { localPath } from "../../core/people/next-path.ts";

/**
 * Leaves for a page of ours by loading it anew, in place of this one: nothing of whoever used this browser before stays in
 * memory, and no secret of the present address in its history.
 */
export const beginAnew = (path: string | undefined): void => window.location.replace(localPath(path));
