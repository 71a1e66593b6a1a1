import pc from "picocolors";
import { type ComponentListed, components, own } from "../../core/org/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { everyPage } from "../every-page.ts";
import { type Output, table } from "../output.ts";

interface ComponentsOptions {
  readonly search?: string | undefined;
  readonly unowned?: boolean | undefined;
  readonly archived?: boolean | undefined;
}

/** As many as one answer holds. */
const PAGE = 500;

export async function componentsCommand(
  { ask }: Connection,
  { search = "", unowned = false, archived = false }: ComponentsOptions,
  out: Output,
): Promise<void> {
  const asked = { search, unowned: String(unowned), archived: String(archived), limit: PAGE };
  const { first, all } = await everyPage(
    (offset) => ask(components, { ...asked, offset }),
    (page) => page.components,
  );
  out.result({ components: all, total: first.total, unowned: first.unowned }, () =>
    all.length === 0
      ? "None."
      : table([
          ["component", "kind", "owner", "since"],
          ...all.map((one) => [one.name, one.kind ?? "", ownerOf(one), pc.dim(sinceOf(one))]),
        ]),
  );
}

/** The first day; a first claim reaches back to the beginning. */
const sinceOf = ({ owner, assumed, archived, since }: ComponentListed): string =>
  archived || owner === null || assumed ? "" : (since ?? "the beginning");

const ownerOf = ({ owner, assumed, archived }: ComponentListed): string => {
  if (archived) return "archived";
  return owner === null || assumed ? "nobody has claimed it" : owner.slug;
};

export async function ownCommand(
  { ask }: Connection,
  { component, unit, from }: { component: string; unit: string; from?: string | undefined },
  out: Output,
): Promise<void> {
  const owned = await ask(own, { component, unit, ...(from === undefined ? {} : { from }) });
  out.result(owned, () => {
    const last = owned.history.at(-1);
    const when = last?.from ? `from ${last.from} on` : "from the beginning";
    const before = owned.movedFrom === null ? "" : `; before that it was ${owned.movedFrom.name}’s`;
    const said = `${owned.name} is ${last?.unit.name ?? unit}’s ${when}${before}.`;
    return [...(owned.made ? [madeWords(owned)] : []), said].map(harmless).join("\n");
  });
}

/** A slip of the pen makes a component as a new name does, so it is said. */
function madeWords({ name, near }: Pick<AnswerOf<typeof own>, "name" | "near">): string {
  const made = `${name} was not known: it is a new component now.`;
  if (near.length === 0) return made;
  return `${made} Did you mean ${near.join(" or ")}? Then archive ${name} on the page Components.`;
}
