/** What keeps a glob from meaning anything, and what would be right; `null` where it is fine. */
export function troubleOf(glob: string): string | null {
  const trouble = troubles.find(({ sign }) => sign.test(glob));
  return trouble ? `“${glob}”: ${trouble.right}` : null;
}

const troubles: readonly { readonly sign: RegExp; readonly right: string }[] = [
  { sign: /^!/, right: "a part has no exceptions. Write the paths that belong to it." },
  { sign: /^#/, right: String.raw`# begins a comment. Write \# where a path begins with it.` },
  { sign: /^\/?$/, right: "this names no path. Write one from the top of the repository, like apps/web/." },
  {
    sign: /(?:^|\/)\.{1,2}(?:\/|$)|\/\//,
    right: "write the path from the top of the repository, without . or .. or an empty name, like apps/web/.",
  },
  {
    sign: /\\(?![#! *?[\]\\])/,
    right: String.raw`write / between folders; \ only stands before one of # ! * ? [ ] \ and the space.`,
  },
  {
    sign: /^(?:[^[\\]|\\.|\[[^\]]+\])*\[(?:\]|[^\]]*$)/,
    right: "a [ is never closed. Write [ab], or \\[ for the sign.",
  },
];
