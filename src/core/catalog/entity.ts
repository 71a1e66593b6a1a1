import { plain } from "../connectors/git/plain.ts";
import { type Missing, refOf, wholeRef } from "./entity-ref.ts";
import type { At } from "./problems.ts";

const KINDS = ["group", "user", "component", "system", "domain"] as const;
export type EntityKind = (typeof KINDS)[number];

/** The longest name that is shown of anything; what is longer is cut. */
export const LONGEST_NAME = 120;

/** One entry of a catalogue (https://backstage.io/docs/features/software-catalog/descriptor-format). */
export interface Entity {
  readonly kind: EntityKind;
  readonly ref: string;
  readonly namespace: string;
  readonly name: string;
  readonly title: string | null;
  readonly annotations: Fields;
  readonly spec: Fields;
  readonly source: string;
  readonly at: At;
}

/** What a mapping says, as far as it is there and has the shape that is asked for. */
export class Fields {
  readonly #given: object;

  constructor(given: unknown) {
    this.#given = typeof given === "object" && given !== null && !Array.isArray(given) ? given : {};
  }

  /** Only what was said itself: `constructor` is a key like any other, or is not there. */
  any(key: string): unknown {
    return Object.hasOwn(this.#given, key) ? Reflect.get(this.#given, key) : undefined;
  }

  /** Without what would be obeyed instead of shown. */
  text(key: string, longest = LONGEST_NAME): string | null {
    const value = this.any(key);
    return typeof value === "string" ? plain(value, longest) || null : null;
  }

  in(key: string): Fields {
    return new Fields(this.any(key));
  }

  /** The references of a list, or of one that stands by itself; what is none comes back as undefined. */
  refs(key: string, missing: Missing): (string | undefined)[] {
    const value = this.any(key) ?? [];
    return (Array.isArray(value) ? value : [value]).map((one) => wholeRef(one, missing));
  }
}

/** An entry that is left out: `other` is the kind of one that is none of Septet's business. */
export type LeftOut =
  | { readonly reason: string; readonly field: readonly string[] }
  | { readonly other: string };

type Where = Pick<Entity, "source" | "at">;

/** Reads one entry. Names follow Backstage's own rules. */
export function entityOf(value: unknown, where: Where): Entity | LeftOut {
  const all = new Fields(value);
  const metadata = all.in("metadata");
  const said = all.text("kind");
  if (!all.text("apiVersion")?.startsWith("backstage.io/") || said === null) {
    const reason =
      "This is no entry of a catalogue: it begins with apiVersion: backstage.io/v1alpha1 and a kind.";
    return { reason, field: [] };
  }
  const kind = KINDS.find((one) => one === said.toLowerCase());
  if (!kind) return { other: said };
  const name = metadata.any("name");
  if (!isName(name)) {
    const reason = `${shown(name)} is no name: up to 63 letters, digits, and - _ . between them.`;
    return { reason, field: ["metadata", "name"] };
  }
  const namespace = metadata.any("namespace") ?? "default";
  if (!isNamespace(namespace)) {
    const reason = `${shown(namespace)} is no namespace: up to 63 letters and digits, and - between them.`;
    return { reason, field: ["metadata", "namespace"] };
  }
  return {
    ...where,
    ...{ kind, name, namespace: namespace.toLowerCase(), ref: refOf({ kind, namespace }, name) },
    title: metadata.text("title"),
    annotations: metadata.in("annotations"),
    spec: all.in("spec"),
  };
}

const isName = (name: unknown): name is string =>
  typeof name === "string" && name.length <= 63 && /^[a-z0-9](?:[-_.a-z0-9]*[a-z0-9])?$/i.test(name);

const isNamespace = (name: unknown): name is string =>
  typeof name === "string" && name.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/i.test(name);

const shown = (given: unknown): string =>
  typeof given === "string" ? `“${plain(given, 80)}”` : "What stands here";
