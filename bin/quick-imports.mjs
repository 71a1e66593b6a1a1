import { enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * Loaded before everything else, as half of the time that Septet takes to start is Node's own: what was compiled once
 * (types taken away and all) is kept beside the packages, and where that cannot be written it is compiled again. Threads
 * inherit this, as they inherit `--import`.
 */
enableCompileCache(join(root, "node_modules", ".cache", "septet", "compiled"));

const ours = new URL("../src/", import.meta.url).href;
const drizzle = "/node_modules/drizzle-orm/";
const found = new Map();

/**
 * Node 24 parses a package's whole list of exports for each file that it loads of it, and each time that it is asked for.
 * That of Drizzle has 179 kB, which made more than half a second. So it is asked for once by each name, and what is
 * imported inside it is found beside what imports it: all of them modules.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL = "", conditions } = context;
    if (!conditions.includes("import")) return nextResolve(specifier, context);
    if (specifier.startsWith(".") && parentURL.includes(drizzle))
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    if (!specifier.startsWith("drizzle-orm") || !parentURL.startsWith(ours))
      return nextResolve(specifier, context);
    if (!found.has(specifier)) found.set(specifier, nextResolve(specifier, context));
    return { ...found.get(specifier), shortCircuit: true };
  },
});
