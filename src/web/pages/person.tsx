import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { person } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import form from "../parts/form.module.css";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { OrganisationNav } from "./organisation/organisation-nav.tsx";
import { AppointPerson } from "./person/appoint-person.tsx";
import { ArchivePerson } from "./person/archive-person.tsx";
import { Belonging } from "./person/belonging.tsx";
import { ChangeAddress } from "./person/change-address.tsx";
import { InvitePerson } from "./person/invite-person.tsx";
import { RenamePerson } from "./person/rename-person.tsx";

/** Somebody: how to reach them, where they belong and where they did. */
export function PersonPage() {
  const { id } = useParams({ from: "/people/$id" });
  const one = useSuspenseQuery(asking(person, { id })).data;
  const now = one.memberships.filter(({ until }) => until === null);
  const past = one.memberships.filter(({ until }) => until !== null);
  return (
    <>
      <PageTitle of={<OrganisationNav />}>{one.name}</PageTitle>
      {one.email && (
        <p>
          <a href={`mailto:${one.email}`}>{one.email}</a>{" "}
          <span className="soft small">seen by them and by those who run the installation</span>
        </p>
      )}
      {one.administrator && <p className="soft">Runs the installation.</p>}
      {one.archived && <p className="soft">Archived: cannot sign in, and is on no team's list.</p>}
      <section className={form.section}>
        <h2>Where they belong</h2>
        {now.length === 0 ? (
          <p className="soft">To no team yet. Who belongs to a team is said in the settings of the team.</p>
        ) : (
          <ul className={lists.rows}>
            {now.map((each) => (
              <Belonging key={each.id} name={one.name} belonging={each} />
            ))}
          </ul>
        )}
      </section>
      {past.length > 0 && (
        <section className={form.section}>
          <h2>Where they belonged before</h2>
          <ul className={lists.rows}>
            {past.map((each) => (
              <Belonging key={each.id} name={one.name} belonging={each} />
            ))}
          </ul>
        </section>
      )}
      <div className={`${form.section} ${lists.line}`}>
        {one.can.invite && <InvitePerson person={one} />}
        {one.can.invite && <ChangeAddress person={one} />}
        {one.can.change && <RenamePerson id={id} name={one.name} />}
        {one.can.appoint && !one.archived && <AppointPerson person={one} />}
        {one.can.archive && <ArchivePerson person={one} />}
      </div>
    </>
  );
}
