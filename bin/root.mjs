import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** A clone brings its lock file and installs by itself; a published package was installed by the npm that fetched it. */
export const isClone = existsSync(join(root, "package-lock.json"));

/** Node refuses to strip types from files below a folder of this name. */
export const isInNodeModules = root.split(/[\\/]/).includes("node_modules");
