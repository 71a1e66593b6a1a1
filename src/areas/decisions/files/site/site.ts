import { escaped, markup } from "./markup.ts";
import { resolvePath } from "./resolve-path.ts";
import { STYLE } from "./style.ts";

/** A decision as it stands on its page. */
export interface SiteRecord {
  readonly id: string;
  /** As a file, which links in texts name. */
  readonly path: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: string;
  readonly date: string | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly links: readonly { readonly says: string; readonly to: string; readonly title: string }[];
}

interface Site {
  readonly name: string;
  /** The day on which it was made. */
  readonly day: string;
  /** The newest first. */
  readonly records: readonly SiteRecord[];
}

/** Pages to read anywhere, without a server and without scripts, by their paths. */
export function siteOf({ name, day, records }: Site): Map<string, string> {
  const pages = new Map(records.map((one, at) => [one.id, `records/${pageName(one, records.length - at)}`]));
  const byPath = new Map(records.map(({ path, id }) => [path, id]));
  const items = records.map((one) => row(one, pages.get(one.id) ?? ""));
  const index = [
    `<h1>Decisions of ${escaped(name)}</h1>`,
    `<p class="soft">${records.length === 1 ? "1 decision" : `${records.length} decisions`}, as of ${escaped(day)}; the newest first.</p>`,
    records.length === 0
      ? "<p>No decision is written down yet.</p>"
      : `<ol class="records">${items.join("\n")}</ol>`,
  ];
  const own = records.map((one): [string, string] => {
    const linkTo = (href: string) => {
      const id = byPath.get(resolvePath(one.path, href) ?? "");
      const page = id === undefined ? undefined : pages.get(id);
      return page === undefined ? null : encodeURI(page.slice("records/".length));
    };
    return [pages.get(one.id) ?? "", page(one.title, "../style.css", recordPage(one, { pages, linkTo }))];
  });
  return new Map([
    ["index.html", page(`Decisions of ${name}`, "style.css", index.join("\n"))],
    ["style.css", STYLE],
    ...own,
  ]);
}

/** Names of pages are told apart by their place, so that two records of one title have one each. */
const pageName = ({ title }: SiteRecord, n: number): string => {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${String(n).padStart(4, "0")}${words === "" ? "" : `-${words}`}.html`;
};

const page = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body><main>
${body}
</main></body>
</html>
`;

const chip = (status: string): string => `<span class="status">${escaped(status)}</span>`;

function row({ number, title, status, date, links }: SiteRecord, href: string): string {
  const said = links.map(({ says, title: other }) => `${says} ${other}`).join("; ");
  const words = [date ?? "without a day", said].filter((part) => part !== "").join(" · ");
  return `<li><a href="${encodeURI(href)}" dir="auto">${escaped(number === null ? title : `${number} ${title}`)}</a> ${chip(status)}
<div class="soft" dir="auto">${escaped(words)}</div></li>`;
}

interface Around {
  readonly pages: ReadonlyMap<string, string>;
  linkTo(href: string): string | null;
}

function recordPage(one: SiteRecord, { pages, linkTo }: Around): string {
  const facts = one.facts.map(
    ({ name, value }) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`,
  );
  const links = one.links.flatMap(({ says, to, title }) => {
    const href = pages.get(to)?.slice("records/".length);
    return href === undefined
      ? []
      : [`<li>${escaped(says)} <a href="${encodeURI(href)}">${escaped(title)}</a></li>`];
  });
  const lists = one.lists
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ title, lines }) =>
        `<h2>${escaped(title)}</h2><ul>${lines.map((words) => `<li dir="auto">${escaped(words)}</li>`).join("")}</ul>`,
    );
  return [
    '<p class="soft"><a href="../index.html">All decisions</a></p>',
    `<h1 dir="auto">${escaped(one.title)}</h1>`,
    `<p>${chip(one.status)} <span class="soft">${escaped(one.date ?? "without a day")}</span></p>`,
    facts.length === 0 ? "" : `<dl>${facts.join("")}</dl>`,
    `<div dir="auto">${markup(one.body, linkTo)}</div>`,
    ...lists,
    links.length === 0 ? "" : `<h2>With others</h2><ul>${links.join("")}</ul>`,
  ].join("\n");
}
