import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useRouterState } from "@tanstack/react-router";
import { useRef } from "react";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { namedFirst } from "../pages/first-page.ts";
import { ColourSwitch } from "./colour-switch.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { Search } from "./search.tsx";
import styles from "./shell.module.css";

import { UnitMenu } from "./unit-menu.tsx";

export function Header() {
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  const { slug, last } = usePlace();
  const here = all.find((unit) => unit.slug === last) ?? namedFirst(all);
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        Septet
      </Link>
      <MeLink />
      {here === undefined ? null : all.length > 1 ? (
        <UnitMenu units={all} here={here} current={here.slug === slug} />
      ) : (
        <Link
          to="/units/$slug"
          params={{ slug: here.slug }}
          className={styles.place}
          data-here={here.slug === slug}
        >
          <span dir="auto">{here.name}</span>
        </Link>
      )}
      <LibraryLink />
      <OrganisationLink />
      <div className={styles.tools}>
        <Search />
        <ColourSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}

/** To all that waits for oneself. */
function MeLink() {
  const here = useRouterState({ select: ({ location }) => /^\/(me|check-in)$/.test(location.pathname) });
  return (
    <Link to="/me" className={`${styles.place} ${styles.me}`} data-here={here}>
      Me
    </Link>
  );
}

/** The team or group whose page is open, and the one that was open last, which the header goes on to name elsewhere. */
function usePlace(): { slug: string | undefined; last: string | undefined } {
  const { slug } = useParams({ strict: false });
  const last = useRef(slug);
  if (slug !== undefined) last.current = slug;
  return { slug, last: last.current };
}

/** To all that was written; on a phone the footer leads there. */
function LibraryLink() {
  const here = useRouterState({ select: ({ location }) => location.pathname === "/library" });
  return (
    <Link to="/library" search={{}} className={`${styles.place} ${styles.wide}`} data-here={here}>
      Library
    </Link>
  );
}

/** To the three pages about the organisation; on a phone the footer leads there. */
function OrganisationLink() {
  const here = useRouterState({
    select: ({ location }) => /^\/(organisation|people|components)\b/.test(location.pathname),
  });
  return (
    <Link to="/organisation" className={`${styles.place} ${styles.wide}`} data-here={here}>
      Teams and people
    </Link>
  );
}
