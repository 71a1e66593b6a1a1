import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "../people/actor.ts";
import { unit, units } from "./contract.ts";
import { componentsOf, inTreeOrder, type Tree, unitPage } from "./tree.ts";

export interface OrgContext {
  readonly actor: Actor;
  /** The organisation as this person sees it. */
  tree(): Promise<Tree>;
}

/** Everyone whom the installation knows may see how it is put together. */
const everyone = () => true;

export const orgRoutes: readonly Route<OrgContext>[] = [
  answer(units, {
    allow: everyone,
    handle: async ({ tree }: OrgContext) => {
      const { units: rows, components } = await tree();
      const slugs = new Map(rows.map((row) => [row.id, row.slug]));
      return {
        units: inTreeOrder(rows).map((row) => ({
          slug: row.slug,
          name: row.name,
          kind: row.kind,
          parent: row.parent && (slugs.get(row.parent) ?? null),
          components: componentsOf([row], components, row).map((component) => component.name),
        })),
      };
    },
  }),
  answer(unit, {
    allow: everyone,
    handle: async ({ tree }: OrgContext, { slug }) => {
      const { units: rows, components } = await tree();
      return unitPage(rows, components, findUnit(rows, slug, "/slug"));
    },
  }),
];

/** The unit with this slug, or a problem at `pointer` that lists those there are. */
export function findUnit<Row extends { slug: string }>(
  rows: readonly Row[],
  slug: string,
  pointer: string,
): Row {
  const found = rows.find((row) => row.slug === slug);
  if (found) return found;
  const known = rows.map((row) => row.slug);
  const listed = known.slice(0, 20).join(", ") + (known.length > 20 ? `, and ${known.length - 20} more` : "");
  return failField(pointer, `There is no team or group “${slug}”. There is: ${listed}.`, "not_found");
}
