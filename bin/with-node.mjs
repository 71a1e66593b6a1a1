import { runOnNode } from "./run.mjs";

/** Installs what is missing and runs a script of the project on Node 24: `node bin/with-node.mjs FILE …`. */
await runOnNode(process.argv.slice(2));
