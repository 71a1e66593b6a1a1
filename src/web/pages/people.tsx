import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type PersonListed, people } from "../../core/org/contract.ts";
import { askingPages } from "../client.ts";
import { ArchivedSwitch } from "../parts/archived-switch.tsx";
import { FindField } from "../parts/find-field.tsx";
import lists from "../parts/lists.module.css";
import { Opens } from "../parts/opens.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { ShowMore } from "../parts/show-more.tsx";
import { UnitLinks } from "../parts/unit-links.tsx";
import { OrganisationNav } from "./organisation/organisation-nav.tsx";
import { AddPerson } from "./people/add-person.tsx";
import { useListed } from "./use-listed.ts";

/** Everybody, with where they belong. */
export function PeoplePage() {
  const { q = "", archived = false } = useSearch({ from: "/people" });
  const show = useListed({ from: "/people" });
  const listed = useInfiniteQuery({
    ...askingPages(people, { search: q, archived: String(archived) }),
    placeholderData: keepPreviousData,
    throwOnError: (_, { state }) => state.data === undefined,
  });
  const [first] = listed.data?.pages ?? [];
  if (!first) return <Pending />;
  const shown = listed.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <>
      <PageTitle of={<OrganisationNav />}>People</PageTitle>
      <div className={lists.tools}>
        <FindField label="Find somebody" value={q} onFind={show.find} />
        <ArchivedSwitch checked={archived} onChange={show.archived} />
        {first.can.add && <Opens word="Add somebody">{() => <AddPerson />}</Opens>}
        {first.can.add && <Link to="/import">Import</Link>}
      </div>
      <ul className={lists.rows} data-fading={listed.isPlaceholderData}>
        {shown.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="soft" role="status">
          Nobody is called like that.
        </p>
      )}
      {first.total === 1 && q === "" && first.can.add && (
        <p className={lists.words}>
          Only you are here. Add those you work with, and say in a team's settings who belongs to it: they
          alone see what is the team's own.
        </p>
      )}
      <ShowMore list={listed} shown={shown.length} total={first.total} />
    </>
  );
}

function PersonRow({
  person: { id, name, email, archived, administrator, units },
}: {
  person: PersonListed;
}) {
  return (
    <li>
      <div className={lists.what}>
        <Link to="/people/$id" params={{ id }} dir="auto">
          {name}
        </Link>{" "}
        {archived && <span className={lists.tag}>archived</span>}
        {administrator && <span className={lists.tag}>runs the installation</span>}
        {email && <p>{email}</p>}
      </div>
      <div className={lists.what}>
        <UnitLinks units={units} />
      </div>
    </li>
  );
}
