/** Where to go after signing in: only a place of our own, else the first page. */
export function localPath(next: string | null | undefined): string {
  const place = "http://septet.invalid";
  // Browsers drop tabs and line ends, and read a backslash as a slash.
  if (!next?.startsWith("/") || /[\\\p{Cc}]/u.test(next) || !URL.canParse(next, place)) return "/";
  const url = new URL(next, place);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // "/.//evil.example" becomes "//evil.example" once its dot is resolved.
  return url.origin === place && !path.startsWith("//") ? path : "/";
}
