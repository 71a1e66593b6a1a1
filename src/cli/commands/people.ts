import pc from "picocolors";
import { changePerson, people } from "../../core/org/contract.ts";
import type { Connection } from "../connect.ts";
import { everyPage } from "../every-page.ts";
import { type Output, table } from "../output.ts";

interface PeopleOptions {
  readonly search?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** As many as one answer holds. */
const PAGE = 500;

/** Lists everybody, page by page. */
export async function peopleCommand(
  { ask }: Connection,
  { search = "", archived = false }: PeopleOptions,
  out: Output,
): Promise<void> {
  const asked = { search, archived: String(archived), limit: PAGE };
  const { first, all } = await everyPage(
    (offset) => ask(people, { ...asked, offset }),
    (page) => page.people,
  );
  out.result({ people: all, total: first.total }, () =>
    all.length === 0
      ? "Nobody."
      : table(
          all.map(({ id, name, email, units, archived: gone }) => [
            gone ? `${name} (archived)` : name,
            email ?? "",
            units.map((unit) => (unit.role === "lead" ? `leads ${unit.slug}` : unit.slug)).join(", "),
            pc.dim(id),
          ]),
        ),
  );
}

/** Says that somebody runs the installation, or no longer does. */
export async function appointCommand(
  { ask }: Connection,
  { person: id, takeBack = false }: { person: string; takeBack?: boolean },
  out: Output,
): Promise<void> {
  const changed = await ask(changePerson, { id, administrator: !takeBack });
  out.result({ ...changed, administrator: !takeBack }, () =>
    takeBack ? `${changed.name} no longer runs the installation.` : `${changed.name} runs the installation.`,
  );
}
