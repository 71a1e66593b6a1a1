import type { ReactNode } from "react";
import lists from "../../parts/lists.module.css";
import { Opens } from "../../parts/opens.tsx";

interface LineProps {
  readonly title: string;
  /** How it is now. */
  readonly value: string;
  readonly word: string;
  readonly of: string;
  readonly children: (close: () => void) => ReactNode;
}

/** Something of one's own as it is, and the form that changes it. */
export const Line = ({ title, value, word, of, children }: LineProps) => (
  <li>
    <div className={lists.what}>
      <p>{title}</p>
      <span dir="auto">{value}</span>
    </div>
    <Opens word={word} of={of}>
      {children}
    </Opens>
  </li>
);
