import { type ReactNode, useEffect } from "react";
import styles from "./page-title.module.css";
import { unbroken } from "./unbroken.ts";

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
      <h1 dir="auto">{sentence ? unbroken(children) : children}</h1>
    </header>
  );
}
