import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { plainLine } from "../plain-text.ts";

export const UnitKind = z.enum(["organisation", "group", "team"]);
export type UnitKind = z.infer<typeof UnitKind>;

export const UnitBrief = z.object({ slug: z.string(), name: z.string(), kind: UnitKind });

export const Name = z
  .string()
  .trim()
  .regex(plainLine(120), "A name has 1 to 120 characters, and no control characters.");

/** The address of a unit in the API and on the command line. */
const slug = z.string();
const day = z.iso.date();

export const Role = z.enum(["member", "lead"]);
export type Role = z.infer<typeof Role>;

export const Membership = z.object({
  id: z.uuid(),
  person: z.object({ id: z.string(), name: z.string() }),
  role: Role,
  /** The first day; `null` is since ever. */
  from: day.nullable(),
  /** The first day that it no longer holds; `null` while it does. */
  until: day.nullable(),
});
export type Membership = z.infer<typeof Membership>;

/** What the person who asks may do with a unit; pages show just that. */
const UnitAbilities = z.object({
  /** Its name and its time zone. */
  settings: z.boolean(),
  /** Who belongs to it. */
  people: z.boolean(),
  /** Where it stands, what stands below it, what it owns. */
  structure: z.boolean(),
  /** What of it others may see. */
  share: z.boolean(),
});

export const Unit = UnitBrief.extend({
  /** From the organisation down to the unit above this one. */
  path: z.array(UnitBrief),
  /** IANA name; periods are counted in it. */
  timeZone: z.string(),
  /** Its own, where it does not follow the unit above. */
  ownTimeZone: z.string().nullable(),
  archived: z.boolean(),
  /** What the unit and those below it own today. An example is left out of the figures once there is something real. */
  components: z.array(
    z.object({
      name: z.string(),
      example: z.boolean(),
      /** Nobody said so: it is the organisation's until somebody claims it. */
      assumed: z.boolean(),
      owner: UnitBrief,
    }),
  ),
  /**
   * What it and those below it owned once and own no longer, the latest first: their measures of that time stay. `on` is the first
   * day on which it was not theirs, `to` whose it was from then on, `null` where nobody's.
   */
  gone: z.array(z.object({ name: z.string(), on: day, to: UnitBrief.nullable() })),
  children: z.array(UnitBrief),
  /** Who belongs to it or leads it, today or from a later day on: those who lead first, then by name. */
  people: z.array(Membership),
  /** Whether the person who asks is a part of it, and so sees what is its own. */
  own: z.boolean(),
  can: UnitAbilities,
});
export type Unit = z.infer<typeof Unit>;

export const units = contract({
  method: "GET",
  path: "/api/units",
  summary: "The organisation, its groups and its teams, in the order of the tree",
  input: z.object({
    /** Also what each owns. */
    components: z.stringbool().default(true),
    /** Also how many people and components each has. */
    counts: z.stringbool().default(false),
    /** Also those that were archived. */
    archived: z.stringbool().default(false),
  }),
  output: z.object({
    units: z.array(
      UnitBrief.extend({
        parent: z.string().nullable(),
        archived: z.boolean(),
        /** Whether the person who asks belongs to it or leads it today. */
        own: z.boolean(),
        components: z.array(z.string()),
        /** How many belong to it or lead it today, and how many components are its own; `null` unless asked for. */
        count: z.object({ people: z.int(), components: z.int() }).nullable(),
      }),
    ),
    can: z.object({ add: z.boolean() }),
  }),
});

export const unit = contract({
  method: "GET",
  path: "/api/units/:slug",
  summary: "One team, group or organisation",
  input: z.object({ slug }),
  output: Unit,
});

export const addUnit = contract({
  method: "POST",
  path: "/api/units",
  summary: "Add a team or a group",
  input: z.object({ name: Name, kind: z.enum(["group", "team"]), parent: slug.default("organisation") }),
  output: UnitBrief,
});

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
};

export const changeUnit = contract({
  method: "PATCH",
  path: "/api/units/:slug",
  summary: "Rename a unit, move it below another, give it a time zone, archive or restore it",
  input: z.object({
    slug,
    name: Name.optional(),
    /** `null` follows the unit above. */
    timeZone: z
      .string()
      .refine(isTimeZone, "Write a time zone by its IANA name, like Europe/Berlin.")
      .nullable()
      .optional(),
    parent: slug.optional(),
    archived: z.boolean().optional(),
  }),
  output: UnitBrief,
});

export const addMember = contract({
  method: "POST",
  path: "/api/units/:slug/people",
  summary: "Say that somebody belongs to a unit, or leads it",
  input: z.object({
    slug,
    /** The person's id. */
    person: z.string(),
    role: Role.default("member"),
    /** Without it, from today on. */
    from: day.optional(),
  }),
  output: Membership,
});

export const endMembership = contract({
  method: "DELETE",
  path: "/api/memberships/:id",
  summary: "Somebody belongs to a unit no longer, from today on",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
});

/** A long list comes by the page. */
const paged = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

export const PersonListed = z.object({
  id: z.string(),
  name: z.string(),
  /** For the person and for those who run the installation; else `null`. */
  email: z.string().nullable(),
  administrator: z.boolean(),
  archived: z.boolean(),
  /** Where they belong today. */
  units: z.array(UnitBrief.extend({ role: Role })),
});
export type PersonListed = z.infer<typeof PersonListed>;

export const people = contract({
  method: "GET",
  path: "/api/people",
  summary: "The people of the organisation, by name, with where they belong",
  input: z.object({
    /** A part of a name. */
    search: z.string().max(200).default(""),
    archived: z.stringbool().default(false),
    ...paged,
  }),
  output: z.object({ people: z.array(PersonListed), total: z.int(), can: z.object({ add: z.boolean() }) }),
});

export const addPerson = contract({
  method: "POST",
  path: "/api/people",
  summary: "Add somebody, who has no account until invited",
  input: z.object({ name: Name, email: z.email("Write an e-mail address.").max(320).optional() }),
  output: z.object({ id: z.string(), name: z.string() }),
});

export const person = contract({
  method: "GET",
  path: "/api/people/:id",
  summary: "Somebody, with where they belong and belonged",
  input: z.object({ id: z.string() }),
  output: PersonListed.extend({
    memberships: z.array(Membership.omit({ person: true }).extend({ unit: UnitBrief, canEnd: z.boolean() })),
    can: z.object({
      change: z.boolean(),
      archive: z.boolean(),
      appoint: z.boolean(),
      /** Who has no account yet can be given an address, and be invited. */
      invite: z.boolean(),
    }),
  }),
});

export const changePerson = contract({
  method: "PATCH",
  path: "/api/people/:id",
  summary:
    "Rename somebody, archive them (nobody comes in as them until they are brought back), say whether they run the installation",
  input: z.object({
    id: z.string(),
    name: Name.optional(),
    archived: z.boolean().optional(),
    /** Who runs the installation says so of others; it gives no sight of what is a team's own. */
    administrator: z.boolean().optional(),
  }),
  output: z.object({ id: z.string(), name: z.string() }),
});

export const ComponentListed = z.object({
  name: z.string(),
  title: z.string().nullable(),
  kind: z.string().nullable(),
  partOf: z.string().nullable(),
  example: z.boolean(),
  archived: z.boolean(),
  /** Who owns it today; `null` where nobody does. */
  owner: UnitBrief.nullable(),
  /** Today's owner's first day; `null` is from the beginning. */
  since: day.nullable(),
  /** Nobody said so: it is the organisation's until somebody claims it. */
  assumed: z.boolean(),
  /** Who owned it when, oldest first; days, `null` where open. Whatever is only assumed, the first claim replaces. */
  history: z.array(
    z.object({ unit: UnitBrief, from: day.nullable(), until: day.nullable(), assumed: z.boolean() }),
  ),
});
export type ComponentListed = z.infer<typeof ComponentListed>;

export const components = contract({
  method: "GET",
  path: "/api/components",
  summary: "What the organisation has: services, repositories, boards; with who owns them",
  input: z.object({
    search: z.string().max(200).default(""),
    /** Only those that nobody has claimed. */
    unowned: z.stringbool().default(false),
    /** Only what this unit (its slug) owns itself today. */
    unit: slug.optional(),
    archived: z.stringbool().default(false),
    ...paged,
  }),
  output: z.object({
    components: z.array(ComponentListed),
    total: z.int(),
    /** How many nobody has claimed. */
    unowned: z.int(),
    can: z.object({ own: z.boolean() }),
  }),
});

export const own = contract({
  method: "PUT",
  path: "/api/ownership",
  summary:
    "Say who owns a component: a first claim reaches back to the beginning, a later one holds from a day on",
  input: z.object({
    /** Made known where it is not. */
    component: z
      .string()
      .trim()
      .regex(plainLine(400), "A name has 1 to 400 characters, and no control characters."),
    /** The slug of the team or group. */
    unit: slug,
    /** Without it: from the beginning for a first claim, from today for a later one. */
    from: day.optional(),
  }),
  output: ComponentListed.extend({
    movedFrom: UnitBrief.nullable(),
    /** It was not known before: a slip of the pen makes a component too. */
    made: z.boolean(),
    /** Then, the components that are called nearly like that. */
    near: z.array(z.string()),
  }),
});

export const changeComponent = contract({
  method: "PATCH",
  path: "/api/components",
  summary: "Archive a component, so that it counts no longer, or bring it back",
  input: z.object({ component: z.string(), archived: z.boolean() }),
  output: ComponentListed,
});

export const search = contract({
  method: "GET",
  path: "/api/search",
  summary: "Teams, groups, people and components by a part of their names",
  input: z.object({ q: z.string().max(200) }),
  output: z.object({
    found: z.array(
      z.object({
        kind: z.enum(["unit", "person", "component"]),
        /** A unit's slug, a person's id, a component's name. */
        id: z.string(),
        name: z.string(),
        /** Where it belongs, in words. */
        of: z.string(),
      }),
    ),
  }),
});
