import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { me } from "../../core/people/contract.ts";
import { asking } from "../client.ts";
import form from "../parts/form.module.css";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { SettleForm } from "../parts/settle-form.tsx";
import { Browsers } from "./account/browsers.tsx";
import { ChangeEmail } from "./account/change-email.tsx";
import { ChangeName } from "./account/change-name.tsx";
import { ChangePassword } from "./account/change-password.tsx";

/** Who the reader is here, how they come in, and where they are signed in. */
export function AccountPage() {
  const { person } = useSuspenseQuery(asking(me, {})).data;
  return (
    <>
      <PageTitle>Your account</PageTitle>
      {person.unsettled ? (
        <>
          <p className={lists.words}>
            You came by a link. Choose a name, an e-mail address and a password, so that you can come back
            without one.
          </p>
          <SettleForm />
        </>
      ) : (
        <ul className={lists.rows}>
          <ChangeName name={person.name} />
          <ChangeEmail email={person.email} hasPassword={person.hasPassword} />
          <ChangePassword hasPassword={person.hasPassword} email={person.email} />
        </ul>
      )}
      <section className={form.section}>
        <h2>Where you are signed in</h2>
        <Browsers />
      </section>
      <section className={form.section}>
        <h2>More of yours</h2>
        <p>
          <Link to="/reminders">Reminders</Link>, by letters and in your calendar.
        </p>
        <p>
          <Link to="/tokens">API tokens</Link>, for programs that act as you.
        </p>
        <p>
          <Link to="/held">What is held about you</Link>, to see, to take along or to have erased.
        </p>
      </section>
    </>
  );
}
