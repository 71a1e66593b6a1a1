import { plain } from "../connectors/git/plain.ts";
import { type Directory, holdsOn } from "./directory.ts";
import { planOwnLast } from "./plan/given-memberships.ts";
import type { AimedMembership } from "./plan/memberships.ts";
import { Changes } from "./plan/planning.ts";
import { tellMemberships } from "./plan/tell.ts";
import { byKind, type Plan, type PlannedBy } from "./plan.ts";
import type { Place } from "./problems.ts";

/** A group that a sign-in says somebody is in. */
export interface ClaimedGroup {
  /** The person's id. */
  readonly person: string;
  /** As the provider calls it: `payments`, `/engineering/payments`, `group:default/payments`. */
  readonly name: string;
}

/** How a membership is marked that a sign-in told of. */
const CLAIMED_SOURCE = "oidc";

const SIGN_IN: Place = { file: "sign-in", line: 0 };

/**
 * Which memberships begin and end so that they are what people's last sign-ins said. A name stands for the unit with that
 * reference, slug or name. Whoever came in with groups once, and the last time with none, is in none.
 */
export function planClaimedGroups(rows: readonly ClaimedGroup[], directory: Directory, by: PlannedBy): Plan {
  const planning = { ...by, directory, changes: new Changes() };
  const units = new Map(directory.units.map((row) => [row.id, row]));
  const people = new Map(directory.people.map((row) => [row.id, row]));
  const memberships = planOwnLast(
    aim(rows, directory, by),
    {
      gone: (row) => row.source === CLAIMED_SOURCE && holdsOn(directory.today, row),
      remark: () => false,
      units,
    },
    planning,
  );
  tellMemberships({ people: { rows: people }, units: { rows: units }, memberships }, planning);
  const none = { added: [], changed: [] };
  return {
    ...{ units: none, people: none, components: none, memberships },
    ...{ ownerships: { begun: [], ended: [], undone: [] }, moves: [] },
    changes: planning.changes.all.sort(byKind),
    problems: by.problems.all,
  };
}

/** The units for the names; a name that is none is told once, with how many claim it. */
function aim(
  rows: readonly ClaimedGroup[],
  directory: Directory,
  { problems }: PlannedBy,
): AimedMembership[] {
  const find = unitFinder(directory);
  const here = new Set(directory.people.flatMap(({ id, archived }) => (archived ? [] : [id])));
  const unknown = new Map<string, number>();
  const aimed = rows.flatMap(({ person, name }): AimedMembership[] => {
    const unit = find(name);
    if (!here.has(person)) return [];
    if (unit === undefined) unknown.set(plain(name, 120), (unknown.get(plain(name, 120)) ?? 0) + 1);
    return unit === undefined ? [] : [{ ...SAID, person, unit }];
  });
  for (const [name, people] of unknown) {
    const who = people === 1 ? "One person is" : `${people} people are`;
    problems.add(SIGN_IN, `${who} in “${name}”, which is no team or group here.`);
  }
  return aimed;
}

const SAID = { role: "member" as const, from: null, until: null, source: CLAIMED_SOURCE, at: () => SIGN_IN };

function unitFinder({ units }: Directory): (name: string) => string | undefined {
  const byRef = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, slug, name, ref, archived } of units) {
    if (archived) continue;
    if (ref !== null) byRef.set(ref, id);
    byName.set(name.toLowerCase(), byName.get(name.toLowerCase()) ?? id);
    byName.set(slug, id);
  }
  return (claimed) => {
    const name = claimed.trim().toLowerCase();
    const last = name.split("/").at(-1) ?? name;
    return byRef.get(name) ?? byRef.get(`group:default/${last}`) ?? byName.get(name) ?? byName.get(last);
  };
}
