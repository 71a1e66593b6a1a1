import { isSeq } from "yaml";
import type { Body } from "../body.ts";
import type { Listed } from "../foresight.ts";
import { entryOf } from "../front-matter.ts";
import { lineAt, lineEndOf, withLineEnds } from "../lines.ts";
import { setField } from "./front-field.ts";
import type { Splice } from "./splice.ts";
import { yamlEntry, yamlList } from "./yaml-text.ts";

export interface ListChange<T> {
  readonly key: "expects" | "advice";
  readonly old: readonly Listed<T>[];
  readonly wanted: readonly T[];
  readonly write: (one: T) => string[];
}

/**
 * Sets a list of the front matter. Entries that stay, at its beginning and its end, keep every byte, and so does each that
 * could not be read: somebody meant something by it.
 */
export function setList<T>(body: Body, { key, old, wanted, write }: ListChange<T>): Splice[] {
  const entry = entryOf(body.text, body.front, key);
  const inBlock = entry?.value && isSeq(entry.value) && !entry.value.flow && old.length > 0;
  if (!inBlock) {
    const kept = old.filter(({ says }) => says === null);
    if (kept.length > 0) return setField(body, key, inFlow(body.text, kept, wanted.map(write)));
    return setField(body, key, wanted.length === 0 ? null : yamlList(wanted.map(write)));
  }
  if (wanted.length === 0 && old.every(({ says }) => says !== null)) return setField(body, key, null);
  const good = old.filter(({ says }) => says !== null);
  const same = (one: Listed<T> | undefined, other: T | undefined) =>
    one !== undefined && other !== undefined && write(one.says as T).join() === write(other).join();
  let head = 0;
  while (head < Math.min(good.length, wanted.length) && same(good[head], wanted[head])) head += 1;
  let tail = 0;
  while (tail < Math.min(good.length, wanted.length) - head && same(good.at(-1 - tail), wanted.at(-1 - tail)))
    tail += 1;
  const gone = good.slice(head, good.length - tail);
  const fresh = wanted.slice(head, wanted.length - tail).map(write);
  return [...gone.map((one) => withoutEntry(body, one)), ...inserted(body, { old, good, head, fresh })];
}

function inFlow(text: string, kept: readonly Listed<unknown>[], fresh: readonly string[][]): string {
  const entries = [
    ...kept.map(({ from, to }) => text.slice(from, to)),
    ...fresh.map((lines) => `{ ${lines.join(", ")} }`),
  ];
  return `[${entries.join(", ")}]`;
}

/** The lines of an entry, from its dash on. */
function entryLines({ text, lines }: Body, { from, to }: Listed<unknown>): { from: number; to: number } {
  const dash = text.lastIndexOf("-", from - 1);
  const begin = lines[lineAt(lines, dash) - 1]?.from ?? dash;
  return { from: begin, to: lines[lineAt(lines, Math.max(from, to - 1)) - 1]?.next ?? to };
}

const withoutEntry = (body: Body, one: Listed<unknown>): Splice => ({ ...entryLines(body, one), text: "" });

interface Insertion {
  readonly old: readonly Listed<unknown>[];
  readonly good: readonly Listed<unknown>[];
  readonly head: number;
  readonly fresh: readonly string[][];
}

/** New entries come after the last one that stays before them. */
function inserted(body: Body, { old, good, head, fresh }: Insertion): Splice[] {
  if (fresh.length === 0) return [];
  const before = good[head - 1] ?? null;
  const after = before ?? good[head] ?? old[old.length - 1];
  if (!after) return [];
  const { from, to } = entryLines(body, after);
  const indent = /^[ \t]*/.exec(body.text.slice(from))?.[0] ?? "";
  const at = before || !good[head] ? to : from;
  const end = lineEndOf(body.text);
  const text = withLineEnds(`${fresh.map((lines) => yamlEntry(lines, indent)).join("\n")}\n`, end);
  return [{ from: at, to: at, text }];
}
