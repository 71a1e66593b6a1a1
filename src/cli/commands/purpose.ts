import pc from "picocolors";
import { type Purpose, purpose, writePurpose } from "../../areas/impact/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

interface PurposeOptions {
  readonly unit: string;
  /** The new sentence; without it, the one that holds is read. */
  readonly write?: string | undefined;
}

export async function purposeCommand(
  { ask }: Connection,
  { unit: slug, write }: PurposeOptions,
  out: Output,
): Promise<void> {
  if (write === undefined) {
    const it = await ask(purpose, { slug });
    out.result(it, () => lines(it).map(harmlessLine).join("\n"));
    return;
  }
  const it = await ask(writePurpose, { slug, sentence: write });
  for (const hint of it.hints) out.say(harmless(hint));
  out.result(it, () => lines(it).map(harmlessLine).join("\n"));
}

type Line = readonly [text: string, quiet: boolean];

const harmlessLine = ([text, quiet]: Line): string => (quiet ? pc.dim(harmless(text)) : harmless(text));

function lines({ unit, holds, own, can }: Purpose): Line[] {
  if (holds === null) return [[none(unit, can.write), false]];
  const written = own?.written;
  const by = written?.by ? ` by ${written.by.name}` : "";
  return [
    [holds.sentence, false],
    [`Since ${holds.since}${by}. ${own?.seenBy ?? ""}`.trimEnd(), true],
    ...(written?.reviewed ? [[`Found still right on ${written.reviewed.on}.`, true] as const] : []),
    ...(written?.due ? [["Half a year has passed. Is it still right?", false] as const] : []),
  ];
}

const none = ({ name, slug }: Purpose["unit"], mine: boolean): string =>
  mine
    ? `${name} has no purpose yet. Write one: septet purpose --unit ${slug} --write "We … so that …"`
    : `${name} has no purpose that you can read.`;
