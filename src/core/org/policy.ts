import type { Actor } from "../people/actor.ts";

/** How a person stands to a unit, as the store read it. */
export interface Standing {
  /** Belongs to it, or leads it, today. */
  readonly member: boolean;
  /** Leads it or a unit above it today. */
  readonly leads: boolean;
}

/** Who may do what with the organisation. Looking into what is a team's own is no right of those who run the installation. */
export const may = {
  settings: ({ administrator }: Actor, { member, leads }: Standing): boolean =>
    administrator || member || leads,
  people: ({ administrator }: Actor, { member, leads }: Standing): boolean =>
    administrator || member || leads,
  structure: ({ administrator }: Actor): boolean => administrator,
  share: (_: Actor, { member }: Standing): boolean => member,
};

/** Sent along with each unit, so that the pages never repeat a rule. */
export const abilities = (actor: Actor, standing: Standing) => ({
  settings: may.settings(actor, standing),
  people: may.people(actor, standing),
  structure: may.structure(actor),
  share: may.share(actor, standing),
});
