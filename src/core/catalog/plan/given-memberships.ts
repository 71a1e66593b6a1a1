import type { MembershipRow, UnitRow } from "../directory.ts";
import { shortRef } from "../entity-ref.ts";
import type { WantedMembership } from "../wanted.ts";
import { mayJoin } from "./may-join.ts";
import {
  type AimedMembership,
  type MembershipPlan,
  type MembershipRules,
  planMemberships,
} from "./memberships.ts";
import type { People } from "./people.ts";
import type { Planning } from "./planning.ts";
import type { Units } from "./units.ts";

interface Known {
  readonly units: Units;
  readonly people: People;
}

/** What the files say of who belongs where, and of whom they no longer do. */
export function planGivenMemberships(
  wanted: readonly WantedMembership[],
  known: Known,
  planning: Planning,
): MembershipPlan {
  const { sources, me } = planning;
  const aimed = aim(wanted, known, planning);
  const rules = {
    gone: ({ source }: MembershipRow) => sources.tells(source) !== undefined,
    remark: ({ source, person }: MembershipRow, said: ReadonlySet<string>) =>
      person !== me && source !== null && !said.has(source) && sources.replaces(source),
    units: known.units.rows,
  };
  return planOwnLast(aimed, rules, planning);
}

interface Rules extends Pick<MembershipRules, "gone" | "remark"> {
  /** By id. */
  readonly units: ReadonlyMap<string, UnitRow>;
}

/**
 * Memberships of others are planned before those of the person who asks for it all: the database lets nobody make themselves
 * a member where others are, and so neither does what they bring.
 */
export function planOwnLast(
  aimed: readonly AimedMembership[],
  rules: Rules,
  planning: Pick<Planning, "directory" | "me" | "problems" | "newId">,
): MembershipPlan {
  const { directory, me, newId } = planning;
  const { today, memberships: rows } = directory;
  const others = planMemberships(aimed.filter(isNot(me)), {
    ...{ ...rules, today, newId, rows: rows.filter(isNot(me)) },
    mayBegin: () => true,
  });
  const undone = new Set(others.undone.map(({ id }) => id));
  const there = [...rows.filter(({ id }) => !undone.has(id)), ...others.begun];
  const mine = planMemberships(aimed.filter(is(me)), {
    ...{ ...rules, today, newId, rows: rows.filter(is(me)) },
    mayBegin: (one) => mayBegin(one, { ...rules, there }, planning),
  });
  return {
    begun: [...mine.begun, ...others.begun],
    ended: [...others.ended, ...mine.ended],
    undone: [...others.undone, ...mine.undone],
  };
}

const is =
  (me: string) =>
  ({ person }: { readonly person: string }): boolean =>
    person === me;
const isNot =
  (me: string) =>
  ({ person }: { readonly person: string }): boolean =>
    person !== me;

/** The ids for the names; whom or what nobody knows is told, once for each field. */
function aim(
  wanted: readonly WantedMembership[],
  { units, people }: Known,
  { problems }: Planning,
): AimedMembership[] {
  return wanted.flatMap((one) => {
    const person = people.find(one.person);
    const unit = units.find(one.unit);
    if (!person)
      problems.add(one.at(), `${shortRef(one.person)} is not known, neither here nor in the files.`);
    else if (!unit)
      problems.add(one.at(), `${shortRef(one.unit)} is not known, neither here nor in the files.`);
    return person && unit ? [{ ...one, person: person.id, unit: unit.id }] : [];
  });
}

function mayBegin(
  { person, unit, at }: AimedMembership,
  { units, there }: Pick<Rules, "units"> & { readonly there: Parameters<typeof mayJoin>[1]["memberships"] },
  { directory: { alone }, problems }: Pick<Planning, "directory" | "problems">,
): boolean {
  if (alone || mayJoin(unit, { units, memberships: there, me: person })) return true;
  const name = units.get(unit)?.name ?? unit;
  problems.add(at(), `You cannot make yourself a member of ${name}, where others are; ask one of them.`);
  return false;
}
