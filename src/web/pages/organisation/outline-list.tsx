import { Link } from "@tanstack/react-router";
import type { units } from "../../../core/org/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { manyText } from "../../parts/count.ts";
import lists from "../../parts/lists.module.css";
import type { Line } from "../../parts/outline.ts";
import styles from "./organisation.module.css";

type Listed = AnswerOf<typeof units>["units"][number];
type Lines = readonly Line<Listed>[];

/** The organisation as lists within lists, so that ears learn what stands in what as eyes do. */
export function OutlineList({ lines }: { lines: Lines }) {
  const below = Map.groupBy(lines, ({ unit }) => unit.parent);
  return <Branches parent={null} below={below} />;
}

interface BranchesProps {
  readonly parent: string | null;
  readonly below: ReadonlyMap<string | null, Lines>;
}

function Branches({ parent, below }: BranchesProps) {
  const lines = below.get(parent) ?? [];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.outline}>
      {lines.map((line) => (
        <li key={line.unit.slug}>
          <OneLine line={line} />
          <Branches parent={line.unit.slug} below={below} />
        </li>
      ))}
    </ul>
  );
}

function OneLine({ line: { unit, found } }: { line: Line<Listed> }) {
  const { slug, name, kind, count, archived } = unit;
  return (
    <div className={styles.line} data-kind={kind} data-found={found}>
      <Link to="/units/$slug" params={{ slug }} dir="auto">
        {name}
      </Link>
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
