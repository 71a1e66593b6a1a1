import { Outlet } from "@tanstack/react-router";
import styles from "./shell.module.css";

/** Around the pages that are open to anyone. */
export const Door = () => (
  <main id="main" className={styles.door}>
    <p className={styles.wordmark}>Septet</p>
    <Outlet />
  </main>
);
