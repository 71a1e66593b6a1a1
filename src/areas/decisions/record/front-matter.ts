import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import type { Line } from "./lines.ts";
import { shown } from "./text.ts";

/** The longest front matter that is read, in UTF-16 units. Real ones have some ten lines. */
const LONGEST = 65_536;

/** More aliases than this are no record but an attempt to exhaust memory. */
export const MOST_ALIASES = 20;

export interface FrontMatter {
  /** The text between the two lines of dashes: from here up to the closing line. */
  readonly from: number;
  readonly to: number;
  /** The line after the closing one, counted from 0. */
  readonly after: number;
  readonly document: Document.Parsed | null;
  readonly faults: readonly Fault[];
}

/** What is wrong, and at which place of the whole text. */
export interface Fault {
  readonly at: number | null;
  readonly says: string;
}

/** A field's node, with its places in the whole text. */
export interface Entry {
  readonly key: string;
  readonly from: number;
  /** After the colon. */
  readonly colon: number;
  /** Of the value; both after the colon where there is none. */
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly value: Node | null;
  readonly source: string;
}

const DASHES = /^---[ \t]*$/;

/** The block of YAML at the very beginning of a text, or what seems to have been meant as one. */
export function frontMatterOf(text: string, lines: readonly Line[]): FrontMatter | Fault | null {
  const at = (line: number) => text.slice(line === 0 ? begin : lines[line]?.from, lines[line]?.to);
  const begin = text.startsWith("\ufeff") ? 1 : 0;
  if (!DASHES.test(at(0))) return null;
  const end = lines.findIndex((_, line) => line > 0 && DASHES.test(at(line)));
  const from = lines[1]?.from ?? text.length;
  if (end === -1)
    return /^[\w-]+[ \t]*:/.test(at(1))
      ? { at: 0, says: "The front matter that begins here is not closed: end it with a line of ---." }
      : null;
  const to = lines[end]?.from ?? text.length;
  const inside = lines.slice(1, end).map(({ from, to }) => text.slice(from, to).trim());
  if (inside[0] === "" && inside.every((line) => line === "" || line.startsWith("#"))) return null; // rules across a page
  return { from, to, after: end + 1, ...parsed(text.slice(from, to), from) };
}

function parsed(source: string, from: number): Pick<FrontMatter, "document" | "faults"> {
  if (source.length > LONGEST)
    return {
      document: null,
      faults: [{ at: from, says: "The front matter is longer than 64 KiB and is not read." }],
    };
  const yaml = parseDocument(shown(source), {
    uniqueKeys: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  const [error] = yaml.errors;
  const faults: Fault[] = [];
  if (error)
    faults.push({
      at: from + (error.pos[0] ?? 0),
      says: `The front matter is no YAML that can be read here: ${error.message.split("\n")[0]}`,
    });
  else if (yaml.contents && !isMap(yaml.contents))
    faults.push({ at: from, says: "The front matter has no fields: write each as “name: value”." });
  return { document: yaml, faults: [...faults, ...twice(yaml, from)] };
}

function twice(yaml: Document.Parsed, from: number): Fault[] {
  const seen = new Set<string>();
  return pairsOf(yaml).flatMap(({ key }) => {
    const name = keyOf(key);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ at: from + key.range[0], says: `“${name}” is given twice; the first one counts.` }];
  });
}

type Read = Node & { range: [number, number, number] };

function pairsOf(yaml: Document.Parsed | null): { key: Read; value: Read | null }[] {
  if (!yaml || !isMap(yaml.contents)) return [];
  return (yaml.contents.items as Pair<Read, Read | null>[]).filter(({ key }) => Boolean(key?.range));
}

const keyOf = (key: Node) => (isScalar(key) ? String(key.value).toLowerCase() : "");

/** The first field of one of these names. */
export function entryOf(text: string, front: FrontMatter | null, ...names: string[]): Entry | null {
  const pairs = pairsOf(front?.document ?? null);
  const pair = pairs.find(({ key }) => names.includes(keyOf(key)));
  if (!front || !pair) return null;
  const afterKey = front.from + pair.key.range[1];
  const colon = text.indexOf(":", afterKey) + 1;
  const value = isEmpty(pair.value) ? null : pair.value;
  const valueFrom = value ? front.from + value.range[0] : colon;
  const valueTo = value
    ? valueFrom + text.slice(valueFrom, front.from + endOf(value)).trimEnd().length
    : colon;
  const source = text.slice(valueFrom, valueTo);
  return {
    key: keyOf(pair.key),
    from: front.from + pair.key.range[0],
    colon,
    valueFrom,
    valueTo,
    value,
    source,
  };
}

export const keysOf = (front: FrontMatter | null) =>
  pairsOf(front?.document ?? null).map(({ key }) => keyOf(key));

const isEmpty = (value: Read | null) =>
  value === null || (isScalar(value) && value.value === null && value.range?.[0] === value.range?.[1]);

/** Where a value ends, without the comments and blank lines after it. */
export function endOf(node: Read): number {
  if (!isCollection(node) || node.flow) return node.range[1];
  const last = node.items.at(-1) as Read | Pair<Read, Read | null> | undefined;
  if (!last) return node.range[1];
  if ("range" in last) return endOf(last);
  return isEmpty(last.value) ? (last.value?.range[0] ?? last.key.range[1]) : endOf(last.value as Read);
}

/** A template's {placeholder} is a mapping without values to YAML, and text where it is in quotes: nobody has filled it in. */
export function isPlaceholder(value: Node | null, source: string): boolean {
  if (!isMap(value)) return /^["']?\s*\{[\s\S]*\}\s*["']?$/.test(source);
  return value.flow === true && value.items.every((pair) => isEmpty(pair.value as Read | null));
}

/** What a field says as text, as it is written where YAML would make a number or a truth of it; null where it is empty. */
export function textIn(front: FrontMatter, node: Node | null): string | null {
  const real = isAlias(node) ? node.resolve(front.document as Document) : node;
  if (!isScalar(real)) return null;
  const text = typeof real.value === "string" ? real.value : (real.source ?? "");
  return text.trim() === "" || real.value === null ? null : text.trim();
}

/** The entries of a list, each as text; null where it is no list. */
export function listIn(front: FrontMatter, node: Node | null): string[] | null {
  const real = isAlias(node) ? node.resolve(front.document as Document) : node;
  return isSeq(real) ? real.items.flatMap((item) => textIn(front, item as Node) ?? []) : null;
}
