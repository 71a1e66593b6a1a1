import type { ReactNode } from "react";
import styles from "./card.module.css";

/** A quiet sheet with a heading. */
export function Card({
  title,
  children,
  className,
}: {
  title?: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <section className={[styles.card, className].filter(Boolean).join(" ")}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </section>
  );
}
