import type { Unit } from "../../core/org/contract.ts";
import { ImportProgress } from "./import-progress.tsx";
import styles from "./quiet.module.css";
import { underWay, useImports } from "./use-imports.ts";

/** The imports that fill this unit's page just now, and what the last ones could not read. */
export function ImportsHere({ unit }: { unit: Unit }) {
  const here = new Set([unit.slug, ...unit.components.map(({ owner }) => owner.slug)]);
  const imports = useImports().filter((each) => each.unit === null || here.has(each.unit));
  return (
    <>
      {imports.filter(underWay).map((each) => (
        <ImportProgress key={each.id} it={each} />
      ))}
      {imports
        .filter(({ state }) => state === "failed")
        .map(({ id, component, path, problem }) => (
          <p key={id} className={styles.banner} role="status">
            <span dir="auto">
              {component ?? path} could not be read the last time: {problem ?? "nothing says why."}
            </span>
          </p>
        ))}
    </>
  );
}
