import { type ReactNode, useEffect } from "react";
import styles from "./page-title.module.css";

/** The page's heading, which also names the tab. */
export function PageTitle({ children, of }: { children: string; of?: ReactNode }) {
  useEffect(() => {
    document.title = `${children} · Septet`;
  }, [children]);
  return (
    <header className={styles.title}>
      {of}
      <h1 dir="auto">{children}</h1>
    </header>
  );
}
