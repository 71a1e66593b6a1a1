import { Link } from "@tanstack/react-router";
import type { person } from "../../../core/org/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { ApartWords, useApart } from "../../parts/apart.tsx";
import { EndMembership } from "../../parts/end-membership.tsx";
import lists from "../../parts/lists.module.css";
import { spanText } from "../../parts/span-text.ts";

interface BelongingProps {
  /** The person's. */
  readonly name: string;
  readonly belonging: AnswerOf<typeof person>["memberships"][number];
}

export function Belonging({ name, belonging: { id, unit, role, from, until, canEnd } }: BelongingProps) {
  const apart = useApart();
  return (
    <li>
      <div className={lists.what}>
        {role === "lead" && <span className="soft">{until === null ? "leads " : "led "}</span>}
        <Link to="/units/$slug" params={{ slug: unit.slug }}>
          <bdi>{unit.name}</bdi>
        </Link>
        <ApartWords apart={apart.get(unit.slug)} />
      </div>
      <span className="soft small">{spanText({ from, until })}</span>
      {canEnd && <EndMembership id={id} person={name} unit={unit.name} role={role} />}
    </li>
  );
}
