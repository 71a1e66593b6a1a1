import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Loaded before everything else where we are installed as a package. Node strips types by itself, but not below a folder
 * named node_modules; our own sources there are as plain as anywhere. Threads inherit this, as they inherit `--import`.
 */
const ours = new URL("../src/", import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith(ours) || !/\.ts$/.test(url)) return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"), { sourceUrl: url });
    return { format: "module", source, shortCircuit: true };
  },
});
