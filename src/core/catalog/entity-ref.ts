/** What an entity reference may leave out (https://backstage.io/docs/features/software-catalog/references). */
export interface Missing {
  readonly kind: string;
  readonly namespace: string;
}

/** Three names of 63 letters and what stands between them. */
const LONGEST_REF = 200;

/** `kind:namespace/name`, each part in small letters: references are read without regard to these. */
export function refOf({ kind, namespace }: Missing, name: string): string {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/** A reference in any of its forms, written out whole; undefined where it is none. */
export function wholeRef(given: unknown, missing: Missing): string | undefined {
  if (typeof given === "string") return refInText(given.trim(), missing);
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const part = (name: string): unknown => (Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined);
  const {
    kind = missing.kind,
    namespace = missing.namespace,
    name,
  } = {
    kind: textOf(part("kind")),
    namespace: textOf(part("namespace")),
    name: textOf(part("name")),
  };
  return name === undefined ? undefined : refOf({ kind, namespace }, name);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/** `[kind:][namespace/]name`; a colon after the slash belongs to the name. */
function refInText(text: string, missing: Missing): string | undefined {
  const slash = text.indexOf("/");
  const before = slash === -1 ? text : text.slice(0, slash);
  const colon = before.indexOf(":");
  const kind = colon === -1 ? missing.kind : before.slice(0, colon);
  const namespace = slash === -1 ? missing.namespace : before.slice(colon + 1);
  const name = text.slice(Math.max(colon, slash) + 1);
  const good = text.length <= LONGEST_REF && kind !== "" && namespace !== "" && name !== "";
  return good ? refOf({ kind, namespace }, name) : undefined;
}

/** A reference as people write it: `payments`, and the rest only where it is not what anybody would expect. */
export function shortRef(ref: string): string {
  return ref.replace(/^(group|user|component|system|domain):/, "").replace(/^default\//, "");
}
