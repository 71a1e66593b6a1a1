import { useSuspenseQuery } from "@tanstack/react-query";
import { me } from "../../core/people/contract.ts";
import { invitations } from "../../core/people/invitations/contract.ts";
import { asking } from "../client.ts";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { SettleForm } from "../parts/settle-form.tsx";
import { InviteForm } from "./invitations/invite-form.tsx";
import { OneInvitation } from "./invitations/one-invitation.tsx";

/** Who is invited and has not come yet, and the way to invite somebody. */
export function InvitationsPage() {
  const { person } = useSuspenseQuery(asking(me, {})).data;
  const { data } = useSuspenseQuery(asking(invitations, {}));
  return (
    <>
      <PageTitle>Invitations</PageTitle>
      {person.unsettled ? (
        <>
          <p className={lists.words}>
            Before you invite somebody, choose your own name, e-mail address and password, so that you can
            come back without the link.
          </p>
          <SettleForm />
        </>
      ) : (
        <>
          <p className={lists.words}>
            Whoever you invite gets a link, chooses a password and is in. They see what their own teams
            record, and what others share with them.
          </p>
          <InviteForm />
          <h2 className="hidden">Open invitations</h2>
          <ul className={lists.rows}>
            {data.invitations.map((invitation) => (
              <OneInvitation key={invitation.id} invitation={invitation} />
            ))}
          </ul>
          {data.invitations.length === 0 && <p className={lists.words}>No invitation is open.</p>}
        </>
      )}
    </>
  );
}
