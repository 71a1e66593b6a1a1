import type { Block } from "./blocks.ts";
import { dissent } from "./crowd.ts";

/**
 * The places whose answers may be told, given all blocks. See {@link overPeople} for why.
 * First, from who answered alone: the largest blocks that can be told at all. Then, from what they answered, each by itself.
 */
export function division(blocks: readonly Block[], options: number): string[] {
  return blocks.flatMap(largestTellable).flatMap((block) => told(block, options) ?? []);
}

function largestTellable(block: Block): Block[] {
  return tellable(block) ? [block] : block.parts.flatMap(largestTellable);
}

/** In one or in parts, as far as that depends on who answered. */
function tellable({ needed, parts }: Block): boolean {
  return needed !== null || (parts.length > 0 && parts.every(tellable));
}

/** In parts if each part can be told, or else in one, or else not (`null`). */
function told({ people, places, parts, needed }: Block, options: number): string[] | null {
  const below = parts.map((part) => told(part, options));
  if (below.length > 0 && below.every((part) => part !== null)) return [...places, ...below.flat()];
  return needed !== null && dissent(people, options) >= needed ? [...places] : null;
}
