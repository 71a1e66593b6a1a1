import { Link } from "@tanstack/react-router";
import type { PersonListed } from "../../core/org/contract.ts";

/** The teams and groups that somebody leads or belongs to; a leader's is told once. */
export function UnitLinks({ units }: Pick<PersonListed, "units">) {
  const led = new Set(units.filter(({ role }) => role === "lead").map(({ slug }) => slug));
  const shown = units.filter(({ slug, role }) => role === "lead" || !led.has(slug));
  return shown.map(({ slug, name, role }, place) => (
    <span key={slug}>
      {place > 0 && ", "}
      {role === "lead" && <span className="soft">leads </span>}
      <Link to="/units/$slug" params={{ slug }}>
        <bdi>{name}</bdi>
      </Link>
    </span>
  ));
}
