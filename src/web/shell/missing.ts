import type { Problem } from "../../platform/errors.ts";

/** Which name in the address nothing is called by; `null` where the problem is another. */
export function missingOf({
  code,
  errors = [],
}: Pick<Problem, "code" | "errors">): "unit" | "measure" | null {
  if (code !== "not_found" && code !== "bad_input") return null;
  const at = new Set(errors.map(({ pointer }) => pointer));
  if (at.has("/slug") || at.has("/unit")) return "unit";
  return at.has("/id") ? "measure" : null;
}
