import type { Problem } from "../../platform/errors.ts";

/**
 * Which name in the address nothing is called by; `null` where the problem is another. Only beneath a team or group is an id that
 * of a measure: elsewhere it is that of the page itself.
 */
export function missingOf(
  { code, errors = [] }: Pick<Problem, "code" | "errors">,
  { slug }: { readonly slug?: string | undefined },
): "unit" | "measure" | "page" | null {
  if (code !== "not_found" && code !== "bad_input") return null;
  const at = new Set(errors.map(({ pointer }) => pointer));
  if (at.has("/slug") || at.has("/unit")) return "unit";
  if (!at.has("/id")) return null;
  return slug === undefined ? "page" : "measure";
}
