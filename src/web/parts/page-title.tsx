import { type ReactNode, useEffect } from "react";
import styles from "./page-title.module.css";

interface PageTitleProps {
  readonly children: string;
  /** What stands above it. */
  readonly of?: ReactNode;
  /** A whole sentence, which needs more room and smaller letters than a name. */
  readonly sentence?: boolean;
}

/** The page's heading, which also names the tab. */
export function PageTitle({ children, of, sentence = false }: PageTitleProps) {
  useEffect(() => {
    document.title = `${children} · Septet`;
  }, [children]);
  return (
    <header className={sentence ? styles.sentence : styles.title}>
      {of}
      <h1 dir="auto">{children}</h1>
    </header>
  );
}
