import type { Status } from "./shape.ts";

const WORDS: readonly (readonly [Status, RegExp])[] = [
  ["accepted", /^(partially|partly) (super[sc]|replac|deprec)/],
  ["superseded", /^(super(?:s|c|sc)e+ded|replaced|succeeded|obsoleted by|overtaken)/],
  [
    "rejected",
    /^(rejected|declined|refused|denied|withdrawn|abandoned|cancell?ed|discarded|dropped|won'?t (do|fix)|not (accepted|approved|adopted|agreed))/,
  ],
  ["deprecated", /^(deprecated|obsolete|retired|outdated|expired|archived|no longer)/],
  [
    "accepted",
    /^((conditionally|provisionally|tentatively|fully|partially|partly) )?(accepted|approved|decided|agreed|adopted|implemented|completed?\b|done|final\b|finalised|finalized|active|in (force|effect|use)|committed|published|ratified|enacted|confirmed|effective|current\b)/,
  ],
  [
    "draft",
    /^(draft|wip\b|work[ -]in[ -]progress|in[ -](progress|preparation)|ideation|idea\b|prediscussion|started)/,
  ],
  [
    "proposed",
    /^(proposed|proposal|propose\b|pending|(in|under|for|ready for|awaiting) (review|discussion|approval|consideration|decision)|review|discussion|open\b|rfc\b|request for comments|on[ -]hold|postponed|deferred|paused|parked|to be decided|undecided|new\b|submitted|suggested)/,
  ],
];

const EMOJI: readonly (readonly [Status, RegExp, string])[] = [
  ["accepted", /^(?:✅|✔|☑|👍|:white_check_mark:|:heavy_check_mark:)/u, "✅"],
  ["proposed", /^(?:🤔|💬|❓|:thinking:|:thinking_face:)/u, "🤔"],
  ["rejected", /^(?:❌|✖|🚫|👎|⛔|:x:)/u, "❌"],
  ["superseded", /^(?:⌛|⏳|♻|🔄|:hourglass:)/u, "⌛️"],
  ["draft", /^(?:📝|🚧|✏|:construction:|:memo:)/u, "📝"],
  ["deprecated", /^(?:🗑|⚰|⚠|:warning:|:wastebasket:)/u, "⚠️"],
];

/** The sign at the beginning of a status, with the blank after it. */
const SIGN = /^(?:(?:\p{Extended_Pictographic}[\ufe0f\u200d]*)+|:[a-z_]+:)\s*/u;

/**
 * The normal form of a status in the author's words, given without Markdown; null where the words are unknown, and where several
 * stand beside each other as in a template. On hold is proposed: it waits. Withdrawn is rejected: it will not come.
 */
export function statusIn(words: string): Status | null {
  const text = words.trim();
  if (/\s[|/]\s/.test(text)) return null;
  const said = text
    .replace(SIGN, "")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/^(current )?(status|state)\s*[:=-]\s*/i, "")
    .toLowerCase();
  const known = WORDS.find(([, words]) => words.test(said))?.[0];
  if (
    known &&
    known !== "superseded" &&
    /(?<!part(ly|ially) )\b(super(?:s|c|sc)e+ded|replaced|obsoleted) by\b/.test(said)
  )
    return "superseded";
  return known ?? EMOJI.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

/** A status as this record writes statuses: with a sign where it has one, and with its case of letters. */
export function statusLike(raw: string | null, status: Status, capital: boolean): string {
  const sign = raw === null ? null : SIGN.exec(raw);
  const first = raw?.slice(sign?.[0].length ?? 0).replace(/^[^\p{L}]+/u, "")[0];
  const upper = first === undefined ? capital : first !== first.toLowerCase();
  const word = upper ? `${status[0]?.toUpperCase()}${status.slice(1)}` : status;
  return sign ? `${EMOJI.find(([other]) => other === status)?.[2]} ${word}` : word;
}
