import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { digest } from "../../core/reminders/digest-contract.ts";
import { asking } from "../client.ts";
import { dayText } from "../parts/dates.ts";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { Sections } from "./digest/sections.tsx";

/** What came back or changed for the reader since their last digest. */
export function DigestPage() {
  const it = useSuspenseQuery(asking(digest, {})).data;
  return (
    <>
      <PageTitle>What came back, and what changed</PageTitle>
      <p className={lists.words}>
        Since {dayText(it.since)}. <Link to="/reminders">By letter</Link> it comes only when there is
        something.
      </p>
      <Sections sections={it.sections} />
    </>
  );
}
