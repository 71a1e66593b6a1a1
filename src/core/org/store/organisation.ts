import { sql } from "drizzle-orm";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { userById } from "../../people/store/accounts.ts";
import { nearNames } from "../near-names.ts";
import { type OwnedComponent, subtree } from "../tree.ts";
import { ownComponent, ownPart } from "./claims.ts";
import {
  archiveComponent,
  componentNames,
  readComponent,
  readComponents,
  type SoughtComponents,
} from "./components.ts";
import { found } from "./found.ts";
import { addMember, endMembership, type NewMember, readBelongings, readMembers } from "./members.ts";
import { addPerson, changePerson, type PersonChange, readPeople, readPerson, type Sought } from "./people.ts";
import { readCounts, readFigures, readGone, readMine, readOwned, readUnits } from "./reading.ts";
import { addUnit, changeUnit, type NewUnit, standingTo, type UnitChange, unitAt } from "./units.ts";

/** The organisation as one person reads and changes it: each call is one transaction under that person's policies. */
export function organisationOf(state: StateDb, me: string) {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => state.as(me, work);
  return {
    units: () => as(readUnits),
    figures: (slug: string, measures: readonly string[]) => readFigures(state, me, { slug, measures }),
    /** Every unit, with what it owns today and how much it has where that is wanted. */
    tree: (wanted: { owned: boolean; counts: boolean }) =>
      as(async (tx) => ({
        units: await readUnits(tx),
        owned: wanted.owned ? await readOwned(tx) : [],
        counts: wanted.counts ? await readCounts(tx) : null,
        own: await readMine(tx),
      })),
    unit: (slug: string) => as((tx) => unitWhole(tx, slug)),
    standing: (slug: string) =>
      as(async (tx) => standingTo(tx, unitAt(await readUnits(tx), slug, "/slug").id)),
    addUnit: (wanted: NewUnit) => as((tx) => addUnit(tx, me, wanted)),
    changeUnit: (change: { slug: string } & UnitChange) => as((tx) => changeUnit(tx, me, change)),
    addMember: (slug: string, wanted: NewMember) =>
      as(async (tx) => addMember(tx, me, { ...wanted, unit: unitAt(await readUnits(tx), slug, "/slug") })),
    endMembership: (id: string) => as((tx) => endMembership(tx, me, id)),
    people: (sought: Sought) => as((tx) => readPeople(tx, sought)),
    person: (id: string) => as((tx) => personWhole(tx, id)),
    /** Whether somebody has an account, which only the role for signing in sees. */
    hasAccount: (id: string) => state.asAuth(async (tx) => (await userById(tx, id)) !== undefined),
    addPerson: (wanted: { id: string; name: string; email?: string | undefined }) =>
      as((tx) => addPerson(tx, me, wanted)),
    changePerson: (change: PersonChange) => as((tx) => changePerson(tx, me, change)),
    components: ({
      unit: slug,
      ...sought
    }: Omit<SoughtComponents, "owner"> & { unit?: string | undefined }) =>
      as(async (tx) => {
        const owner = slug === undefined ? undefined : unitAt(await readUnits(tx), slug, "/unit").id;
        return readComponents(tx, { ...sought, owner });
      }),
    own: (wanted: { component: string; unit: string; from?: string | undefined }) =>
      as(async (tx) => {
        const { movedFrom, made } = await ownComponent(tx, me, wanted);
        const giver = movedFrom === null ? null : unitAt(await readUnits(tx), movedFrom, "/unit");
        const near = made ? nearNames(wanted.component, await componentNames(tx)) : [];
        return { component: await readComponent(tx, wanted.component), movedFrom: giver, made, near };
      }),
    ownPart: (wanted: { component: string; of: string; unit?: string | undefined }) =>
      as((tx) => ownPart(tx, me, wanted)),
    archiveComponent: (change: { name: string; archived: boolean }) =>
      as(async (tx) =>
        (await archiveComponent(tx, me, change)) ? readComponent(tx, change.name) : undefined,
      ),
    search: (part: string) => as((tx) => found(tx, part)),
  };
}

export type Organisation = ReturnType<typeof organisationOf>;

async function unitWhole(tx: Tx, slug: string) {
  const units = await readUnits(tx);
  const one = unitAt(units, slug, "/slug");
  const inside = subtree(units, one).map(({ id }) => id);
  const owned: OwnedComponent[] = await readOwned(tx, inside);
  const { rows } = await tx.execute<{ own: boolean }>(
    sql`select ${one.id}::uuid in (select org_around()) as own`,
  );
  return {
    ...{ units, one, owned, gone: await readGone(tx, inside), own: rows[0]?.own ?? false },
    people: await readMembers(tx, one.id),
    standing: await standingTo(tx, one.id),
  };
}

async function personWhole(tx: Tx, id: string) {
  const one = await readPerson(tx, id);
  if (!one) return undefined;
  const belongings = await readBelongings(tx, [id], { past: true });
  const units = [...new Set(belongings.map(({ unit: { id: unitId } }) => unitId))];
  const standings = new Map<string, Awaited<ReturnType<typeof standingTo>>>();
  for (const unitId of units) standings.set(unitId, await standingTo(tx, unitId));
  return { one, belongings, standings };
}
