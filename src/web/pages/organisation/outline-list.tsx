import { Link } from "@tanstack/react-router";
import type { units } from "../../../core/org/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { type Aparts, ApartWords, useApart } from "../../parts/apart.tsx";
import { manyText } from "../../parts/count.ts";
import lists from "../../parts/lists.module.css";
import type { Apart, Line } from "../../parts/outline.ts";
import styles from "./organisation.module.css";

type Listed = AnswerOf<typeof units>["units"][number];
type Lines = readonly Line<Listed>[];

/** The organisation as lists within lists, so that ears learn what stands in what as eyes do. */
export function OutlineList({ lines }: { lines: Lines }) {
  const below = Map.groupBy(lines, ({ unit }) => unit.parent);
  return <Branches parent={null} below={below} apart={useApart()} />;
}

interface BranchesProps {
  readonly parent: string | null;
  readonly below: ReadonlyMap<string | null, Lines>;
  readonly apart: Aparts;
}

function Branches({ parent, below, apart }: BranchesProps) {
  const lines = below.get(parent) ?? [];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.outline}>
      {lines.map((line) => (
        <li key={line.unit.slug}>
          <OneLine line={line} apart={apart.get(line.unit.slug)} />
          <Branches parent={line.unit.slug} below={below} apart={apart} />
        </li>
      ))}
    </ul>
  );
}

function OneLine({ line: { unit, found }, apart }: { line: Line<Listed>; apart: Apart | undefined }) {
  const { slug, name, kind, count, archived } = unit;
  return (
    <div className={styles.line} data-kind={kind} data-found={found}>
      <Link to="/units/$slug" params={{ slug }} dir="auto">
        {name}
      </Link>
      <ApartWords apart={apart} inTree />
      {kind === "group" && <span className={lists.tag}>group</span>}
      {archived && <span className={lists.tag}>archived</span>}
      {count && <span className={styles.count}>{countsText(count)}</span>}
    </div>
  );
}

function countsText({ people, components }: NonNullable<Listed["count"]>): string {
  const parts = [
    people > 0 && manyText(people, { one: "person", many: "people" }),
    components > 0 && manyText(components, { one: "component", many: "components" }),
  ];
  return parts.filter(Boolean).join(" · ");
}
