import { type Part, partsOf, plain, type References } from "./markdown.ts";
import type { LinkKind, RecordLink } from "./shape.ts";

/** A link as it is written, not yet seen from its folder. */
export interface Relation {
  readonly kind: LinkKind;
  /** The address of a link, or a label such as ADR-0005. */
  readonly to: string;
  readonly label: string | null;
  /** The words before it name one of the kinds. */
  readonly named: boolean;
}

/** In the spelling of adr-tools too. What is replaced in part is amended. */
const VERBS: readonly (readonly [LinkKind, RegExp])[] = [
  ["amended-by", /\b(part(?:ly|ially) (?:super(?:s|c|sc)e+ded|replaced)|amended|changed|extended) by\b/gi],
  ["superseded-by", /(?<!part(?:ly|ially) )\b(super(?:s|c|sc)e+ded|replaced|obsoleted|succeeded) by\b/gi],
  ["supersedes", /\b(super(?:s|c|sc)edes|replaces|obsoletes|succeeds)\b/gi],
  ["amends", /\b(amends|changes|extends)\b/gi],
];

/** The links that a line of text speaks of: as links, or by number or name after a verb. */
export function relationsIn(source: string, references: References = {}): Relation[] {
  const parts = partsOf(closed(source), references);
  return parts.some(({ href }) => href !== null) ? linked(parts) : labelled(plain(source, references));
}

const UNCLOSED = /(\[[^\]]*\]\([^)\s]+)\s*$/;

/** A link that nobody has ended: “[ADR-0005](0005-queues.md”. */
export const isUnclosed = (source: string) => UNCLOSED.test(source);

const closed = (source: string) => source.replace(UNCLOSED, "$1)");

function linked(parts: readonly Part[]): Relation[] {
  const relations: Relation[] = [];
  let before = "";
  for (const { text, href } of parts) {
    const verb = href === null ? null : lastVerb(before)?.kind;
    if (href !== null)
      relations.push({ kind: verb ?? "relates", to: href, label: text || null, named: Boolean(verb) });
    else before += text;
  }
  return relations;
}

function lastVerb(text: string): { kind: LinkKind; end: number } | null {
  const found = VERBS.flatMap(([kind, words]) =>
    [...text.matchAll(words)].map((match) => ({ kind, end: match.index + match[0].length })),
  );
  return found.sort((one, other) => other.end - one.end)[0] ?? null;
}

/** “ADR-0123”, “#7”, “0005-use-queues.md”, “20210113-use-queues”. */
const LABEL =
  /^(?:the )?((?:adr|rfc|record|decision)?[-_ #]*\d{1,6}(?![\w-])|[\w./-]+\.md\b|[\w/]+(?:-[\w/]+)+)/i;

function labelled(text: string): Relation[] {
  const verb = lastVerb(text);
  if (!verb) return [];
  const rest = text.slice(verb.end).replace(/^[\s:]+/, "");
  const known = rest.split(/,\s*|;\s*|\s+(?:and|&)\s+/).map((part) => LABEL.exec(part.trim())?.[1]?.trim());
  const stop = known.indexOf(undefined);
  const labels = stop === -1 ? known : known.slice(0, stop);
  const whole = rest.replace(/[\s.)]+$/, "");
  const to = labels.length > 0 ? labels : whole === "" ? [] : [whole];
  return to.flatMap((label) => (label ? [{ kind: verb.kind, to: label, label: null, named: true }] : []));
}

/** A link as the folder sees it. */
export function linkOf({ kind, to, label }: Relation, path: string): RecordLink {
  const resolved = isFile(to) ? pathFrom(path, decoded(to.replace(/[?#].*$/, ""))) : to;
  return { kind, to: resolved, ...(label && { label }) };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a per cent sign that is only that
  }
}

/** An address within the repository that names a file. */
export const isFile = (to: string) => !isWeb(to) && /\.(md|markdown)(?:[?#].*)?$/i.test(to);

export const isWeb = (to: string) => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(to);

/** Where a link in the file at `path` leads; steps above the folder are kept. */
function pathFrom(path: string, to: string): string {
  const steps = to.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const step of to.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** How the file at `path` writes a link to the one at `to`, both seen from their folder. */
export function addressFrom(path: string, to: string): string {
  if (isWeb(to)) return escaped(to, /[\s()<>\\]/g);
  const here = path.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  const up = here.slice(same).map(() => "..");
  return escaped([...up, ...there.slice(same)].join("/"), /[\s()<>\\%#?"]/g);
}

const escaped = (address: string, signs: RegExp) =>
  address.replace(signs, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  );
