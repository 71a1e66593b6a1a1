import { z } from "zod";
import { NamedDay, words } from "../../../core/loops/contract.ts";
import { UnitBrief } from "../../../core/org/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { LinkKind, Sort, Status } from "../values.ts";

/** As records of decisions have them, in either direction. */
export const ListedLinkKind = z.enum([
  ...["supersedes", "superseded-by", "amends", "amended-by", "relates", "conflicts"],
  ...["follows", "followed-by", "departs", "departed-by"],
] as const);
export type ListedLinkKind = z.infer<typeof ListedLinkKind>;

/** What a decision has to do with another one that one may see. */
export const Link = z.object({
  id: z.uuid(),
  kind: LinkKind,
  /** It is the other one that says so of this one: "superseded by". */
  inverse: z.boolean(),
  /** In words: "replaces", "is replaced by", "departs from until 3 May 2027". */
  says: z.string(),
  other: z.object({
    id: z.uuid(),
    title: z.string(),
    sort: Sort,
    status: Status.nullable(),
    unit: UnitBrief.nullable(),
  }),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  until: z.iso.date().nullable(),
  words: z.string(),
  can: z.object({ remove: z.boolean() }),
});
export type Link = z.infer<typeof Link>;

export const addLink = contract({
  method: "POST",
  path: "/api/decisions/:id/links",
  summary:
    "Say what a decision has to do with another one; a departure from a principle has an owner and an end",
  input: z.object({
    id: z.uuid(),
    kind: LinkKind,
    to: z.uuid(),
    until: NamedDay.optional(),
    words: words(1_000).default(""),
  }),
  output: z.object({ links: z.array(Link) }),
});

export const removeLink = contract({
  method: "DELETE",
  path: "/api/decisions/:id/links/:link",
  summary: "Say no more that a decision has to do with another one",
  input: z.object({ id: z.uuid(), link: z.uuid() }),
  output: z.object({ links: z.array(Link) }),
});

export const graph = contract({
  method: "GET",
  path: "/api/decisions/graph",
  summary:
    "What decisions have to do with each other, of those that one may see: of a unit with all beneath it",
  input: z.object({ unit: z.string() }),
  output: z.object({
    nodes: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        sort: Sort,
        status: Status.nullable(),
        date: z.iso.date().nullable(),
        unit: UnitBrief.nullable(),
      }),
    ),
    edges: z.array(z.object({ from: z.uuid(), to: z.uuid(), kind: LinkKind })),
  }),
});
