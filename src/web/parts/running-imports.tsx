import type { Unit } from "../../core/org/contract.ts";
import { ImportProgress } from "./import-progress.tsx";
import { underWay, useImports } from "./use-imports.ts";

/** The imports that fill this unit's page just now. */
export function RunningImports({ unit }: { unit: Unit }) {
  const below = new Set([unit.slug, ...unit.children.map(({ slug }) => slug)]);
  return useImports()
    .filter((each) => underWay(each) && (each.unit === null || below.has(each.unit)))
    .map((each) => <ImportProgress key={each.id} it={each} />);
}
