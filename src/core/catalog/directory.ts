import type { UnitKind } from "../org/contract.ts";

/* What is known before an import, as far as an import may change it. Each row is one of the state store. */

export interface UnitRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly ref: string | null;
  /** What it was read from; null is by hand. */
  readonly source: string | null;
  readonly archived: boolean;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly ref: string | null;
  readonly source: string | null;
  readonly archived: boolean;
  readonly administrator: boolean;
  readonly email: string | null;
}

export interface MembershipRow {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly role: "member" | "lead";
  readonly from: string | null;
  /** The first day that it no longer holds. */
  readonly until: string | null;
  readonly source: string | null;
}

export interface ComponentRow {
  readonly name: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly partOf: string | null;
  readonly ref: string | null;
  readonly source: string | null;
  readonly archived: boolean;
}

export interface OwnershipRow {
  readonly id: string;
  readonly component: string;
  readonly unit: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly assumed: boolean;
}

export interface Directory {
  readonly units: readonly UnitRow[];
  readonly people: readonly PersonRow[];
  readonly memberships: readonly MembershipRow[];
  readonly components: readonly ComponentRow[];
  readonly ownerships: readonly OwnershipRow[];
  /** The day it is in the organisation. */
  readonly today: string;
  /** Nobody but the first person has come in yet. */
  readonly alone: boolean;
}

/** True of what holds on a day, the last one not included. Days compare as text. */
export const holdsOn = (
  day: string,
  { from, until }: { readonly from: string | null; readonly until: string | null },
): boolean => (from === null || from <= day) && (until === null || day < until);

/** True of what holds on a day, or will. */
export const notOver = (day: string, { until }: { readonly until: string | null }): boolean =>
  until === null || day < until;

/** The part of a source's name that says which import it is from. */
export const fromCatalog = (source: string | null): boolean => source?.startsWith("catalog ") ?? false;
