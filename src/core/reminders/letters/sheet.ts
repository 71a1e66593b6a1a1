import { html } from "hono/html";

/** HTML whose texts are escaped. */
export type Html = ReturnType<typeof html>;

/** What a letter says of itself, and how to get it no more. */
export interface Foot {
  readonly why: string;
  /** Where what one gets is chosen. */
  readonly settings: string;
  readonly unsubscribe: string;
}

/** The colours of the pages, on paper: letters are read in programs that take no others. */
export const colours = {
  ink: "#1d2430",
  soft: "#5d6775",
  hair: "#dfe3e8",
  paper: "#fbfaf7",
  card: "#ffffff",
  accent: "#2f5d8a",
} as const;

/** As mail programs have them; no letter loads anything. */
const SANS = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";

/** The sheet that every letter is written on: one column, styles in place, as mail programs want it. */
export function sheet(title: string, body: Html, foot: Foot): string {
  const { ink, soft, paper } = colours;
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${title}</title>
</head>
<body style="margin:0;background:${paper};color:${ink};font:15px/1.55 ${SANS}">
<div style="max-width:600px;margin:0 auto;padding:28px 16px">
<h1 style="margin:0 0 20px;font:500 26px/1.25 ${SERIF}">${title}</h1>
${body}
<p style="margin:28px 0 0;color:${soft};font-size:13px">${foot.why} ${link(foot.settings, "Choose what you get")}, or ${link(foot.unsubscribe, "get this one no more")}.</p>
</div>
</body>
</html>`);
}

export const link = (href: string, words: string): Html =>
  html`<a href="${href}" style="color:${colours.accent}">${words}</a>`;

/** A quiet card with a heading. */
export const card = (
  title: string,
  body: Html,
): Html => html`<div style="margin:0 0 16px;padding:16px 18px;background:${colours.card};border:1px solid ${colours.hair};border-radius:10px">
<h2 dir="auto" style="margin:0 0 6px;font-size:16px;line-height:1.4">${title}</h2>
${body}
</div>`;

/** The end of a letter in plain text. */
export const footText = ({ why, settings, unsubscribe }: Foot): string =>
  `${why}\nChoose what you get: ${settings}\nGet this one no more: ${unsubscribe}\n`;
