import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { firstPage } from "./first-page.ts";

/** The first page is that of one's own team. */
export function Home() {
  const first = firstPage(
    useSuspenseQuery(asking(units, { components: "false", counts: "true" })).data.units,
  );
  return first ? <Navigate to="/units/$slug" params={{ slug: first.slug }} replace /> : <Nowhere />;
}

/** For who was let in and belongs to nothing yet. */
const Nowhere = () => (
  <>
    <PageTitle>You belong to no team yet</PageTitle>
    <p>Somebody of your team, or who runs this, can add you.</p>
    <p>
      <Link to="/organisation">Teams and groups</Link> · <Link to="/people">People</Link>
    </p>
  </>
);
