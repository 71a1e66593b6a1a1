import pc from "picocolors";
import { units } from "../../core/org/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function unitsCommand({ ask }: Connection, out: Output): Promise<void> {
  const tree = await ask(units, {});
  const depths = new Map<string, number>();
  out.result(tree, () =>
    tree.units
      .map(({ slug, name, kind, parent, components }) => {
        const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
        depths.set(slug, depth);
        const owned = components.length === 0 ? "" : pc.dim(`  ${harmless(components.join(", "))}`);
        return `${"  ".repeat(depth)}${harmless(name)} ${pc.dim(`(${kind}, --unit ${slug})`)}${owned}`;
      })
      .join("\n"),
  );
}
