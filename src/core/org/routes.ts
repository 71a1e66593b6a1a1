import { fail } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "../people/actor.ts";
import {
  addMember,
  addPerson,
  addUnit,
  changeComponent,
  changePerson,
  changeUnit,
  components,
  endMembership,
  own,
  people,
  person,
  search,
  unit,
  units,
} from "./contract.ts";
import { abilities, may } from "./policy.ts";
import type { Organisation } from "./store/organisation.ts";
import { briefOf, listedUnits, unitPage } from "./tree.ts";

export interface OrgContext {
  readonly actor: Actor;
  /** The organisation as this person reads and changes it. */
  readonly organisation: Organisation;
  /** A new id. */
  newId(): string;
}

/** Everyone whom the installation knows may see how it is put together; what is a team's own is another matter. */
const everyone = () => true;
const administrators = ({ actor }: OrgContext): boolean => may.structure(actor);

const unitRoutes: readonly Route<OrgContext>[] = [
  answer(units, {
    allow: everyone,
    handle: async ({ organisation, actor }: OrgContext, { components: owned, counts, archived }) => ({
      units: listedUnits(await organisation.tree({ owned, counts }), { archived }),
      can: { add: may.structure(actor) },
    }),
  }),
  answer(unit, {
    allow: everyone,
    handle: async ({ organisation, actor }: OrgContext, { slug }) => {
      const { standing, ...seen } = await organisation.unit(slug);
      return { ...unitPage(seen), can: abilities(actor, standing) };
    },
  }),
  answer(addUnit, {
    allow: administrators,
    handle: async ({ organisation }: OrgContext, wanted) => briefOf(await organisation.addUnit(wanted)),
  }),
  answer(changeUnit, {
    allow: async ({ organisation, actor }: OrgContext, { slug, parent, archived }) =>
      parent === undefined && archived === undefined
        ? may.settings(actor, await organisation.standing(slug))
        : may.structure(actor),
    handle: async ({ organisation }: OrgContext, change) => briefOf(await organisation.changeUnit(change)),
  }),
  answer(addMember, {
    allow: async ({ organisation, actor }: OrgContext, { slug }) =>
      may.people(actor, await organisation.standing(slug)),
    handle: ({ organisation }: OrgContext, { slug, ...wanted }) => organisation.addMember(slug, wanted),
  }),
  answer(endMembership, {
    // Whose it is and where decides, which the database knows; what it refuses is told as not allowed.
    allow: everyone,
    handle: async ({ organisation }: OrgContext, { id }) => {
      await organisation.endMembership(id);
      return {};
    },
  }),
];

const peopleRoutes: readonly Route<OrgContext>[] = [
  answer(people, {
    allow: everyone,
    handle: async ({ organisation, actor }: OrgContext, sought) => ({
      ...(await organisation.people(sought)),
      can: { add: may.structure(actor) },
    }),
  }),
  answer(addPerson, {
    allow: administrators,
    handle: async ({ organisation, newId }: OrgContext, { name, email }) => {
      const id = newId();
      await organisation.addPerson({ id, name, email });
      return { id, name };
    },
  }),
  answer(person, {
    allow: everyone,
    handle: async ({ organisation, actor }: OrgContext, { id }) => {
      const whole = await organisation.person(id);
      if (!whole) fail("not_found", "There is nobody with this id.");
      const { one, belongings, standings } = whole;
      const canEnd = (unitId: string) =>
        id === actor.person || may.people(actor, standings.get(unitId) ?? { member: false, leads: false });
      return {
        ...one,
        memberships: belongings.map(({ unit: of, person: _, ...row }) => ({
          ...row,
          unit: briefOf(of),
          canEnd: row.until === null && canEnd(of.id),
        })),
        can: {
          change: actor.administrator || id === actor.person,
          archive: actor.administrator && id !== actor.person,
          appoint: actor.administrator && id !== actor.person,
          invite: actor.administrator && !one.archived && !(await organisation.hasAccount(id)),
        },
      };
    },
  }),
  answer(changePerson, {
    // Whoever an API token falls to appoints nobody with it.
    allow: ({ actor }: OrgContext, { id, archived, administrator }) =>
      (actor.administrator && (administrator === undefined || actor.scopes.includes("session"))) ||
      (id === actor.person && archived === undefined && administrator === undefined),
    handle: ({ organisation }: OrgContext, change) => organisation.changePerson(change),
  }),
];

const componentRoutes: readonly Route<OrgContext>[] = [
  answer(components, {
    allow: everyone,
    handle: async ({ organisation, actor }: OrgContext, sought) => ({
      ...(await organisation.components(sought)),
      can: { own: may.structure(actor) },
    }),
  }),
  answer(own, {
    allow: administrators,
    handle: async ({ organisation }: OrgContext, wanted) => {
      const { component, movedFrom, made, near } = await organisation.own(wanted);
      if (!component) throw new Error("The component was not made known.");
      return { ...component, movedFrom: movedFrom && briefOf(movedFrom), made, near };
    },
  }),
  answer(changeComponent, {
    allow: administrators,
    handle: async ({ organisation }: OrgContext, { component, archived }) =>
      (await organisation.archiveComponent({ name: component, archived })) ??
      fail("not_found", `There is no component “${component}”.`),
  }),
  answer(search, {
    allow: everyone,
    handle: async ({ organisation }: OrgContext, { q }) => ({ found: await organisation.search(q) }),
  }),
];

export const orgRoutes: readonly Route<OrgContext>[] = [...unitRoutes, ...peopleRoutes, ...componentRoutes];
