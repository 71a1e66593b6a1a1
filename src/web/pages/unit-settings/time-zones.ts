import type { Unit } from "../../../core/org/contract.ts";
import type { Option } from "../../parts/choice.tsx";

/** Stands for following the unit above; no time zone has an empty name. */
export const AS_ABOVE = "";

type Zoned = Pick<Unit, "kind" | "path" | "ownTimeZone">;

/** What can be chosen: to follow the one above (nothing stands above the organisation), UTC, and all that the browser knows. */
export function timeZoneOptions({ kind, path, ownTimeZone }: Zoned, known: readonly string[]): Option[] {
  const above = path.at(-1);
  const follow = above ? [{ value: AS_ABOVE, name: `As ${above.name}` }] : [];
  const zones = new Set(["UTC", ...(ownTimeZone === null ? [] : [ownTimeZone]), ...known]);
  const named = [...zones].map((value) => ({ value, name: value.replaceAll("_", " ") }));
  return [...(kind === "organisation" ? [] : follow), ...named];
}
