import type { Entity } from "./entity.ts";
import { shortRef } from "./entity-ref.ts";
import type { Problems } from "./problems.ts";
import { oneRef } from "./refs-said.ts";
import type { WantedComponent } from "./wanted.ts";

/** The field in which an entry says what it is a part of, and the kind of that. */
const PART_OF: Partial<Record<Entity["kind"], { field: string; kind: string }[]>> = {
  component: [
    { field: "system", kind: "system" },
    { field: "subcomponentOf", kind: "component" },
  ],
  system: [{ field: "domain", kind: "domain" }],
  domain: [{ field: "subdomainOf", kind: "domain" }],
};

/** What Component, System and Domain entries say. The latter two are components of their own kind, which others are part of. */
export function componentsSaid(entities: readonly Entity[], problems: Problems): WantedComponent[] {
  return entities.map((entity) => ({
    ref: entity.ref,
    name: componentName(entity),
    repository: entity.kind === "component" ? repositoryOf(entity) : null,
    title: entity.title,
    kind: entity.kind === "component" ? entity.spec.text("type", 60) : entity.kind,
    partOf: partOf(entity, problems),
    owner: oneRef(entity, { field: "owner", kind: "group" }, problems),
    source: entity.source,
    at: entity.at,
  }));
}

/** `ledger`, `finance/ledger` outside the namespace that nobody writes, `system:payments`. */
function componentName({ kind, namespace, name }: Entity): string {
  const within = namespace === "default" ? name : `${namespace}/${name}`;
  return kind === "component" ? within : `${kind}:${within}`;
}

function partOf(entity: Entity, problems: Problems): string | null {
  for (const field of PART_OF[entity.kind] ?? []) {
    const ref = oneRef(entity, field, problems);
    if (ref !== null && ref !== entity.ref) return ref;
    if (ref !== null)
      problems.add(entity.at("spec", field.field), `${shortRef(ref)} cannot be a part of itself.`);
  }
  return null;
}

/** The repository's name: the last part of `github.com/project-slug`, or of the address of the source. */
function repositoryOf({ annotations }: Entity): string | null {
  const slug = annotations.text("github.com/project-slug", 300);
  if (slug) return lastPart(slug);
  const location = annotations.text("backstage.io/source-location", 2_000)?.replace(/^url:/, "");
  if (!location || !URL.canParse(location)) return null;
  const { pathname } = new URL(location);
  const [, repository] = /^\/[^/]+\/([^/]+)/.exec(pathname) ?? [];
  return repository ? repository.replace(/\.git$/, "") : null;
}

const lastPart = (slug: string): string | null =>
  slug
    .split("/")
    .at(-1)
    ?.replace(/\.git$/, "") || null;
