import { harmless } from "../../core/plain-text.ts";
import { shareMeasure } from "../../core/sharing/contract.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

interface ShareOptions {
  readonly measure: string;
  readonly unit: string;
  /** Null takes it back. */
  readonly with: string | null;
}

export async function shareCommand(
  { ask }: Connection,
  { measure, unit, with: audience }: ShareOptions,
  out: Output,
): Promise<void> {
  const sharing = await ask(shareMeasure, { slug: unit, measure, with: audience });
  out.result(sharing, () => {
    const shared = sharing.shares.find((one) => one.measure === measure);
    return harmless(
      shared
        ? `Everyone in ${shared.with.name} sees the figures of ${measure} of ${unit}, and none of its rows.`
        : `Only ${unit} sees its ${measure}.`,
    );
  });
}
