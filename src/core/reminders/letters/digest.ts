import { html } from "hono/html";
import type { Letter } from "../../../platform/mail.ts";
import type { Digest, Section } from "../digest-contract.ts";
import { type Group, groupsOf, sayStave, titleOf } from "../digest-groups.ts";
import { card, colours, type Foot, footText, type Html, link, sheet } from "./sheet.ts";

/** A section's picture, by the name under which it comes with the letter. */
export interface Picture {
  readonly name: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The same in words. */
  readonly says: string;
}

interface Parts {
  readonly digest: Pick<Digest, "sections">;
  /** One for each section, where there is one. */
  readonly pictures: readonly (Picture | null)[];
  /** Where Septet is seen: links begin with it. */
  readonly address: string;
  readonly foot: Foot;
}

const SUBJECT = "What came back, and what changed";

/** What came back or changed, unit by unit. A name that somebody chose never stands in a subject. */
export function digestLetter({ digest: { sections }, pictures, address, foot }: Parts): Omit<Letter, "to"> {
  const cards = sections.map((section, at) =>
    card(
      titleOf(section),
      html`${drawn(pictures[at] ?? null)}${groupsOf(section).map((group) => listed(group, address))}`,
    ),
  );
  const kept = pictures.filter((picture) => picture !== null);
  return {
    subject: SUBJECT,
    text: sections.map((section) => inText(section, address)).join("\n") + footText(foot),
    html: sheet(SUBJECT, html`${cards}`, foot),
    pictures: kept.map(({ name, png }) => ({ name, png })),
    unsubscribe: foot.unsubscribe,
  };
}

const drawn = (picture: Picture | null): Html | "" =>
  picture === null
    ? ""
    : html`<p dir="auto" style="margin:0;color:${colours.soft};font-size:13px">${picture.says}</p>
<img src="cid:${picture.name}" width="${picture.width}" height="${picture.height}" alt="" style="display:block;width:100%;max-width:${picture.width}px;height:auto;margin:4px 0 8px">`;

const listed = ({ title, lines }: Group, address: string): Html =>
  html`${title === "" ? "" : html`<h3 style="margin:12px 0 2px;font-size:13px;font-weight:600;color:${colours.soft}">${title}</h3>`}
${lines.map(
  (line) =>
    html`<p dir="auto" style="margin:6px 0 0">${link(address + line.href, line.title)}<br>${line.text}</p>`,
)}`;

function inText(section: Section, address: string): string {
  const title = titleOf(section);
  const groups = groupsOf(section).map(({ title: heading, lines }) =>
    [
      ...(heading === "" ? [] : [`${heading}:`, ""]),
      ...lines.flatMap((line) => [`- ${line.title}`, `  ${line.text}`, `  ${address}${line.href}`]),
      "",
    ].join("\n"),
  );
  const drawn = section.picture === null ? [] : [sayStave(section.picture.stave), ""];
  return [title, "=".repeat(title.length), "", ...drawn, ...groups, ""].join("\n");
}
