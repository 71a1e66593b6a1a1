import { type Scope, scopeOf } from "../sharing/scope.ts";
import type { UnitKind } from "./contract.ts";
import { componentsOf, inTreeOrder, type Tree, timeZoneOf } from "./tree.ts";

/** What a figure of a unit is made from: the components that count for it, and the time zone in which its days begin. */
export interface UnitForFigures {
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly timeZone: string;
  readonly scope: Scope;
}

/** `tree` was read as the person who asks, so that the scope holds what this person may count. */
export function unitForFigures({ units, components }: Tree, slug: string): UnitForFigures | null {
  const one = units.find((unit) => unit.slug === slug);
  if (!one) return null;
  const counted = componentsOf(units, components, one).map((component) => component.name);
  return { slug, name: one.name, kind: one.kind, timeZone: timeZoneOf(units, one), scope: scopeOf(counted) };
}

export const slugsOf = ({ units }: Tree): string[] => inTreeOrder(units).map(({ slug }) => slug);
