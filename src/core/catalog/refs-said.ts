import type { Entity } from "./entity.ts";
import { shortRef } from "./entity-ref.ts";
import { fewOf, type Problems } from "./problems.ts";

interface RefField {
  readonly field: string;
  /** What a reference is to that does not say so. */
  readonly kind: string;
}

/** The reference in a field that has one at most. */
export function oneRef(entity: Entity, asked: RefField, problems: Problems): string | null {
  const [first, ...more] = refsSaid(entity, asked, problems);
  if (more.length > 0) {
    const reason = `${shown(entity)} can have one ${asked.field} only; ${shortRef(first ?? "")} is taken.`;
    problems.add(entity.at("spec", asked.field), reason);
  }
  return first ?? null;
}

/** The references in a field, each once; what is none, or to another kind, becomes a problem. */
export function refsSaid(entity: Entity, { field, kind }: RefField, problems: Problems): string[] {
  const refs = entity.spec.refs(field, { kind, namespace: entity.namespace });
  const good = [...new Set(refs.filter((ref) => ref !== undefined))];
  if (refs.includes(undefined)) {
    problems.add(
      entity.at("spec", field),
      `spec.${field} has something that is no reference; write it like ${kind}:default/name.`,
    );
  }
  const strange = good.filter((ref) => !allowed(ref, { field, kind }));
  if (strange.length > 0)
    problems.add(entity.at("spec", field), `spec.${field} names ${fewOf(strange)}, which is no ${kind}.`);
  return good.filter((ref) => !strange.includes(ref));
}

/** An owner may be a person as far as the format goes; the planning says what becomes of it. */
const allowed = (ref: string, { field, kind }: RefField): boolean =>
  ref.startsWith(`${kind}:`) || (field === "owner" && ref.startsWith("user:"));

export const shown = ({ ref }: Entity): string => shortRef(ref);
