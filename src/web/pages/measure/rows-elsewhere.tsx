import { Card } from "../../parts/card.tsx";
import styles from "./measure.module.css";

/** In the place of the rows, for those to whom figures were shared. */
export function RowsElsewhere() {
  return (
    <Card title="What it is made of" className={styles.evidence}>
      <p className="soft">
        The changes and deployments behind this stay with the teams that they are of. What is shared is the
        figures.
      </p>
    </Card>
  );
}
