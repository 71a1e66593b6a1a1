import pc from "picocolors";
import { people } from "../../core/org/contract.ts";
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
