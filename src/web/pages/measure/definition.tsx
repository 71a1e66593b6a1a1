import type { MeasureDefinition } from "../../../core/measures/contract.ts";
import { Card } from "../../parts/card.tsx";
import { DefinitionParts } from "../../parts/definition-parts.tsx";
import styles from "./measure.module.css";

export function Definition({ definition }: { definition: MeasureDefinition }) {
  return (
    <Card title={`How ${definition.title.toLowerCase()} is defined`} className={styles.definition}>
      <DefinitionParts definition={definition} />
    </Card>
  );
}
