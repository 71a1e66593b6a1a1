import { pathTo, type UnitRow } from "../../core/org/tree.ts";
import { failField } from "../../platform/errors.ts";

/** Somebody who leads a unit above the one that asks. */
export interface Lead {
  readonly id: string;
  readonly name: string;
  readonly leads: UnitRow;
}

/** Each once, by the nearest unit that they lead, the nearest first and then by name. */
export function nearestFirst(units: readonly UnitRow[], from: UnitRow, leads: readonly Lead[]): Lead[] {
  const above = pathTo(units, from)
    .reverse()
    .map(({ id }) => id);
  const near = leads.toSorted(
    (one, other) =>
      above.indexOf(one.leads.id) - above.indexOf(other.leads.id) || one.name.localeCompare(other.name, "en"),
  );
  return near.filter(({ id }, place) => near.findIndex((one) => one.id === id) === place);
}

/** The one of them with this id, or a problem that says who could be asked. */
export function leadAsked(leads: readonly Lead[], id: string | null, from: UnitRow): Lead {
  const found = leads.find((lead) => lead.id === id);
  if (found) return found;
  const names = leads.map(({ name, leads: { name: unit } }) => `${name} (${unit})`).join(", ");
  return failField(
    "/person",
    names === ""
      ? `Nobody leads a group above ${from.name} yet. Ask a team or group.`
      : `Ask somebody who leads a group above ${from.name}: ${names}. Or ask a team or group.`,
  );
}

/** An ask goes up or sideways: to any unit but the one that asks, and those below it. */
export function unitAsked(units: readonly UnitRow[], to: UnitRow, from: UnitRow): UnitRow {
  if (to.archived) failField("/unit", `${to.name} is archived: nobody there would see it.`);
  if (to.id === from.id) failField("/unit", `${from.name} cannot ask itself. ${rightUnits(units, from)}`);
  if (pathTo(units, to).some(({ id }) => id === from.id))
    failField(
      "/unit",
      `${to.name} stands below ${from.name}, and asks go up or sideways. ${rightUnits(units, from)}`,
    );
  return to;
}

function rightUnits(units: readonly UnitRow[], from: UnitRow): string {
  const above = pathTo(units, from)
    .reverse()
    .map(({ slug }) => slug)
    .join(", ");
  return above === ""
    ? "Nothing stands above it."
    : `Above it there is: ${above}; beside it, any other team or group.`;
}
