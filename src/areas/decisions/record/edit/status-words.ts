import { chapterOf, ownLines } from "../body.ts";
import { entryOf } from "../front-matter.ts";
import { beginOf, lineAt, lineEndOf } from "../lines.ts";
import type { Understood } from "../read-record.ts";
import { addressFrom, isWeb } from "../relations.ts";
import type { RecordLink, Status } from "../shape.ts";
import { statusLike } from "../status.ts";
import { setField } from "./front-field.ts";
import { addedSection, pieceAt, placeFor } from "./section-text.ts";
import type { Splice } from "./splice.ts";
import { homeOf, setTextField } from "./text-field.ts";
import { yamlText } from "./yaml-text.ts";

export function setStatus(understood: Understood, status: Status | null): Splice[] {
  const { state } = understood;
  if (status !== null && state.where === "section" && state.beside.includes(status))
    return [withoutState(understood)];
  const words = status && statusLike(state.raw, status, inSection(understood));
  return putStatus(understood, words);
}

/** The line of the state, and the blank lines before it: another line says already what is wanted. */
function withoutState({ body: { text, lines }, state }: Understood): Splice {
  const line = beginOf(lines, lineAt(lines, state.from) - 1);
  const before = text.slice(0, line).trimEnd().length;
  return { from: before, to: state.to, text: "" };
}

const inSection = ({ state, dialect }: Understood) =>
  state.where === "section" || (state.where === null && (dialect === "nygard" || dialect === "free-hand"));

/** Words where the record says its state, or where its dialect would. */
function putStatus(understood: Understood, words: string | null): Splice[] {
  const { body, state } = understood;
  const key = entryOf(body.text, body.front, "status", "state")?.key ?? "status";
  if (state.where === "front matter") return setField(body, key, words && yamlText(words));
  if (state.where === "text") return inText(understood, words);
  const chapter = chapterOf(body, "status");
  const end = lineEndOf(body.text);
  if (chapter && state.raw !== null) return [{ from: state.from, to: state.to, text: words ?? "" }];
  if (words === null) return [];
  if (chapter) {
    const own = ownLines(body, chapter);
    const at = beginOf(body.lines, own.to > own.from ? own.from : chapter.begins);
    return [{ from: at, to: at, text: own.to > own.from ? `${words}${end}${end}` : `${end}${words}${end}` }];
  }
  if (inSection(understood)) return [pieceAt(body, placeFor(body, "status"), `## Status\n\n${words}`)];
  if (homeOf(understood) === "text") return setTextField(understood, "status", words);
  return setField(body, "status", yamlText(words));
}

/** A day after the words stays. */
function inText(understood: Understood, words: string | null): Splice[] {
  const { state } = understood;
  if (words === null || state.from === state.to) return setTextField(understood, "status", words);
  return [{ from: state.from, to: state.to, text: words }];
}

const VERBS = {
  supersedes: "Supersedes",
  "superseded-by": "Superseded by",
  amends: "Amends",
  "amended-by": "Amended by",
  relates: "Relates to",
} as const;

/** Adds a link. That something supersedes a record is its status, in every dialect. */
export function addLink(understood: Understood, link: RecordLink): Splice[] {
  const { body, state, record } = understood;
  if (record.links.some(({ kind, to }) => kind === link.kind && to === link.to)) return [];
  const line = `${VERBS[link.kind]} ${linkText(link, body.path)}`;
  const chapter = chapterOf(body, "status");
  if (link.kind === "superseded-by") return putStatus(understood, superseded(understood, line));
  if (chapter && state.where === "section") {
    const own = ownLines(body, chapter);
    return [pieceAt(body, own.to > own.from ? own.to : chapter.begins, line)].map((piece) =>
      tight(body.text, piece),
    );
  }
  const more = chapterOf(body, "more");
  if (!more) return [addedSection(understood, "more", `- ${line}`)];
  const own = ownLines(body, more);
  const last = own.to > own.from ? (body.lines[own.to - 1]?.to ?? 0) : (body.lines[more.begins - 1]?.to ?? 0);
  const end = lineEndOf(body.text);
  const inList = body.blocks.items.find(({ line, after }) => line < own.to && after >= own.to);
  const bullet = /^[ \t]*([*+-])[ \t]/.exec(body.text.slice(beginOf(body.lines, inList?.line ?? -1)))?.[1];
  return [{ from: last, to: last, text: `${end}${inList ? "" : end}${bullet ?? "-"} ${line}` }];
}

/** A blank line that is there already is not doubled. */
function tight(text: string, piece: Splice): Splice {
  const rest = text.slice(piece.to);
  return /^[ \t]*[\r\n]/.test(rest) ? { ...piece, text: piece.text.replace(/(\r\n|\n|\r)\1$/, "$1") } : piece;
}

/** One that is superseded already is so by both. */
function superseded(understood: Understood, line: string): string {
  const { state } = understood;
  const already =
    state.status === "superseded" && state.relations.some(({ kind }) => kind === "superseded-by");
  if (already && state.raw !== null) return `${state.raw}, ${line.replace(/^Superseded by /, "")}`;
  const capital = inSection(understood) || (state.raw !== null && /^\p{Lu}/u.test(state.raw));
  return capital ? line : `s${line.slice(1)}`;
}

function linkText({ to, label }: RecordLink, path: string): string {
  const name = (
    label ??
    to
      .split("/")
      .at(-1)
      ?.replace(/\.(md|markdown)$/i, "") ??
    to
  )
    .replace(/\s+/g, " ")
    .trim();
  const file = isWeb(to) || /\.(md|markdown)$/i.test(to);
  if (!file) return to.replace(/\s+/g, " ").trim();
  return `[${name.replace(/[\\[\]`*_<>&]/g, "\\$&")}](${addressFrom(path, to)})`;
}
