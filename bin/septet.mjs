#!/usr/bin/env node
import { join } from "node:path";
import { root } from "./root.mjs";
import { runOnNode } from "./run.mjs";

/** The command `septet`: the command line of `src/cli`, on the Node that it needs. */
await runOnNode([join(root, "src", "cli", "main.ts"), ...process.argv.slice(2)]);
