import styles from "./pending.module.css";

/** Takes the place of a page that is on its way, in its shape, so that nothing jumps when it comes. */
export function Pending() {
  return (
    <div className={styles.pending} role="status">
      <span className="hidden">Loading</span>
      <div className={styles.line} style={{ width: "24%" }} />
      <div className={styles.title} />
      <div className={styles.line} style={{ width: "55%" }} />
      <div className={styles.block} />
      <div className={styles.block} />
    </div>
  );
}
