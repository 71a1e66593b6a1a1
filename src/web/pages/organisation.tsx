import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { ArchivedSwitch } from "../parts/archived-switch.tsx";
import { FindField } from "../parts/find-field.tsx";
import lists from "../parts/lists.module.css";
import { Opens } from "../parts/opens.tsx";
import { outlineOf } from "../parts/outline.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { wholeOrganisation } from "./list-search.ts";
import { AddUnit } from "./organisation/add-unit.tsx";
import { OrganisationNav } from "./organisation/organisation-nav.tsx";
import { OutlineList } from "./organisation/outline-list.tsx";
import { useListed } from "./use-listed.ts";

/** All teams and groups, and how they stand together. */
export function OrganisationPage() {
  const { q = "", archived = false } = useSearch({ from: "/organisation" });
  const show = useListed({ from: "/organisation" });
  const { units: all, can } = useSuspenseQuery(asking(units, wholeOrganisation)).data;
  const lines = outlineOf(
    all.filter((unit) => archived || !unit.archived),
    q,
  );
  return (
    <>
      <PageTitle of={<OrganisationNav />}>Teams and groups</PageTitle>
      {all.length === 1 && <Alone />}
      <div className={lists.tools}>
        {all.length > 1 && <FindField label="Find a team or group" value={q} onFind={show.find} />}
        {all.some((unit) => unit.archived) && <ArchivedSwitch checked={archived} onChange={show.archived} />}
        {can.add && <Opens word="Add a team or group">{() => <AddUnit />}</Opens>}
        {can.add && <Link to="/import">Import</Link>}
      </div>
      {lines.length === 0 && (
        <p className="soft" role="status">
          No team or group is called like that.
        </p>
      )}
      <OutlineList lines={lines} />
    </>
  );
}

const Alone = () => (
  <p className={lists.words}>
    There is only the organisation so far. A team has pages of its own, and what is its own nobody else sees
    until it shares it. A group stands above teams that belong together. Begin with the team that you are in.
  </p>
);
