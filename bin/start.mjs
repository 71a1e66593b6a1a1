import { join } from "node:path";
import { root } from "./root.mjs";
import { runOnNode } from "./run.mjs";

/** `npm start`: installs what is missing and runs `septet start` in the folder of the clone. */
await runOnNode([join(root, "src", "cli", "main.ts"), "start", ...process.argv.slice(2)]);
