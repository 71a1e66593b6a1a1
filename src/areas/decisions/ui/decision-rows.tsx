import { Link } from "@tanstack/react-router";
import lists from "../../../web/parts/lists.module.css";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { DecisionBrief } from "../contract.ts";

/** Decisions as rows: what, how it stands, and where it comes from. */
export const DecisionRows = ({ decisions }: { decisions: readonly DecisionBrief[] }) => (
  <ul className={lists.rows}>
    {decisions.map((one) => (
      <li key={one.id}>
        <div className={lists.what}>
          <Link to="/decisions/$id" params={{ id: one.id }} dir="auto">
            {one.number === null ? "" : `${one.number} `}
            {one.title}
          </Link>
          <p dir="auto">
            {unbroken(one.says)}
            {one.shaken && <> · {unbroken(one.shaken)}</>}
          </p>
        </div>
        {one.kind && (
          <span className={lists.tag} dir="auto">
            {one.kind}
          </span>
        )}
      </li>
    ))}
  </ul>
);
