import { type MembershipRow, notOver } from "../directory.ts";
import type { Parts } from "./archive-units.ts";
import type { Planning } from "./planning.ts";

/** Tells who comes and who goes, and which component is whose. */
export function tellMembershipsAndOwners(parts: Parts, planning: Planning): void {
  tellMemberships(parts, planning);
  tellOwners(parts, planning);
}

interface Named {
  readonly rows: ReadonlyMap<string, { readonly name: string }>;
}

type MembershipParts = Pick<Parts, "memberships"> & { readonly people: Named; readonly units: Named };

export function tellMemberships(
  { people, units, memberships }: MembershipParts,
  { directory, changes }: Pick<Planning, "directory" | "changes">,
): void {
  const words = (row: MembershipRow, verbs: Record<MembershipRow["role"], string>) =>
    `${people.rows.get(row.person)?.name ?? row.person} ${verbs[row.role]} ${units.rows.get(row.unit)?.name ?? row.unit}`;
  for (const row of memberships.begun) {
    const over = !notOver(directory.today, row);
    const verbs = over ? { member: "was a member of", lead: "led" } : { member: "belongs to", lead: "leads" };
    changes.add("membership_begun", words(row, verbs) + daysWords(row, directory.today));
  }
  for (const row of memberships.ended) {
    const when = row.until === directory.today ? "today" : row.until;
    changes.add("membership_ended", `${words(row, { member: "leaves", lead: "no longer leads" })}, ${when}`);
  }
  for (const row of memberships.undone) {
    changes.add("membership_ended", words(row, { member: "does not join", lead: "does not come to lead" }));
  }
}

function daysWords({ from, until }: MembershipRow, today: string): string {
  const since = from === null ? "" : from === today ? ", from today" : `, from ${from}`;
  return until === null ? since : `${since} until ${until}`;
}

function tellOwners({ units, ownerships }: Parts, { directory, changes }: Planning): void {
  const nameOf = (id: string) => units.rows.get(id)?.name ?? id;
  const moved = new Set(ownerships.moves.map(({ component }) => component));
  for (const { component, unit, from } of ownerships.begun) {
    if (moved.has(component)) continue;
    const since = from === null ? "from its beginning" : `from ${from === directory.today ? "today" : from}`;
    changes.add("ownership_claimed", `${component} belongs to ${nameOf(unit)}, ${since}`);
  }
  for (const { component, from, to } of ownerships.moves) {
    if (to === null)
      changes.add("ownership_ended", `${component} no longer belongs to ${nameOf(from)}, from today`);
    else
      changes.add("ownership_moved", `${component} moves from ${nameOf(from)} to ${nameOf(to)}, from today`);
  }
}
