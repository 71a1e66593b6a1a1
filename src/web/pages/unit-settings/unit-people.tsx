import { Link } from "@tanstack/react-router";
import type { Membership, Unit } from "../../../core/org/contract.ts";
import { EndMembership } from "../../parts/end-membership.tsx";
import form from "../../parts/form.module.css";
import lists from "../../parts/lists.module.css";
import { Opens } from "../../parts/opens.tsx";
import { spanText } from "../../parts/span-text.ts";
import { AddMember } from "./add-member.tsx";

/** Who leads it and who belongs to it, today or from a later day on. */
export function UnitPeople({ it }: { it: Unit }) {
  return (
    <section className={form.section}>
      <h2>People</h2>
      {it.people.length === 0 ? (
        <p className="soft">
          Nobody belongs to it yet. Those who do see what is its own, and say what of it others may see.
        </p>
      ) : (
        <ul className={lists.rows}>
          {it.people.map((each) => (
            <Member key={each.id} it={it} member={each} />
          ))}
        </ul>
      )}
      {it.can.people && !it.archived && (
        <div className={`${lists.line} ${lists.more}`}>
          <Opens word="Add somebody">{() => <AddMember slug={it.slug} />}</Opens>
        </div>
      )}
    </section>
  );
}

function Member({ it, member: { id, person, role, from, until } }: { it: Unit; member: Membership }) {
  return (
    <li>
      <div className={lists.what}>
        <Link to="/people/$id" params={{ id: person.id }} dir="auto">
          {person.name}
        </Link>
        {role === "lead" && <span className="soft"> leads</span>}
      </div>
      <span className="soft small">{spanText({ from, until })}</span>
      {it.can.people && <EndMembership id={id} person={person.name} unit={it.name} role={role} />}
    </li>
  );
}
