import { ilike, or, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { person } from "../../people/tables.ts";
import { component, unit } from "../tables.ts";
import { pathTo, type UnitRow } from "../tree.ts";
import { readBelongings } from "./members.ts";
import { containing } from "./people.ts";
import { readUnits } from "./reading.ts";

/** As many of each kind as help somebody to find the right one. */
const MOST = 8;

interface Found {
  readonly kind: "unit" | "person" | "component";
  readonly id: string;
  readonly name: string;
  readonly of: string;
}

/** Units, people and components with a part of a name in theirs; those that begin with it first. */
export async function found(tx: Tx, part: string): Promise<Found[]> {
  const words = part.trim();
  if (words === "") return [];
  return [
    ...(await foundUnits(tx, words)),
    ...(await foundPeople(tx, words)),
    ...(await foundComponents(tx, words)),
  ];
}

/** Whether a name begins with the words, and then the name. */
const beginsWith = (words: string, name: unknown) =>
  sql`not ${name} ilike ${containing(words).slice(1)}, lower(${name})`;

async function foundUnits(tx: Tx, words: string): Promise<Found[]> {
  const pattern = containing(words);
  const units = await readUnits(tx);
  const ids = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(sql`(${or(ilike(unit.name, pattern), ilike(unit.slug, pattern))}) and ${unit.archivedAt} is null`)
    .orderBy(beginsWith(words, unit.name))
    .limit(MOST);
  const byId = new Map(units.map((row) => [row.id, row]));
  return ids
    .map(({ id }) => byId.get(id) as UnitRow)
    .map((row) => {
      const path = pathTo(units, row).map(({ name }) => name);
      return { kind: "unit", id: row.slug, name: row.name, of: path.join(" › ") };
    });
}

async function foundPeople(tx: Tx, words: string): Promise<Found[]> {
  const people = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(sql`${person.name} ilike ${containing(words)} and ${person.archivedAt} is null`)
    .orderBy(beginsWith(words, person.name))
    .limit(MOST);
  const ids = people.map(({ id }) => id);
  const belongings = Map.groupBy(await readBelongings(tx, ids, { past: false }), (row) => row.person);
  return people.map(({ id, name }) => {
    const names = new Set(belongings.get(id)?.map((row) => row.unit.name));
    return { kind: "person", id, name, of: [...names].join(", ") };
  });
}

async function foundComponents(tx: Tx, words: string): Promise<Found[]> {
  const pattern = containing(words);
  const components = await tx
    .select({ name: component.name, title: component.title, kind: component.kind })
    .from(component)
    .where(
      sql`(${or(ilike(component.name, pattern), ilike(component.title, pattern))}) and ${component.archivedAt} is null`,
    )
    .orderBy(beginsWith(words, component.name))
    .limit(MOST);
  return components.map(({ name, title, kind }) => ({
    kind: "component",
    id: name,
    name: title ?? name,
    of: kind ?? "",
  }));
}
