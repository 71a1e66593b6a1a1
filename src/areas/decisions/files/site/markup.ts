import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt("default", { html: false, linkify: false });
// A page is read anywhere, also from a disk: it loads nothing, and a picture is a link to it.
markdown.disable("image");
markdown.validateLink = (url) => /^(https?:|mailto:|#|[^:]*$)/i.test(url.trim());

/** So much of a text is set; the rest of a longer one is shown as it is written. */
const MOST_SET = 200_000;

/** Markdown as HTML: raw HTML is shown as text, and links lead to the web, to an address, or to a page beside. */
export function markup(text: string, linkTo: (href: string) => string | null): string {
  if (text.length > MOST_SET) return `<pre>${escaped(text)}</pre>`;
  const tokens = markdown.parse(text, {});
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== "link_open") continue;
    const href = String(token.attrGet("href") ?? "");
    token.attrSet("href", /^(https?:|mailto:|#)/i.test(href) ? href : (linkTo(href) ?? "#"));
    token.attrSet("rel", "noreferrer");
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
