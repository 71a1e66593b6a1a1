import { findNode } from "./find-node.mjs";
import { ensureInstalled } from "./install.mjs";
import { isClone, root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/** Makes sure that all is there to run Septet, and gives the path of the Node to run it on. */
export async function ensure() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Sorry(
      `Septet needs Node 20 or newer to start; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  if (isClone) await ensureInstalled(root);
  return await findNode(root);
}
