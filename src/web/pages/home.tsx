import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { NotFound } from "../shell/not-found.tsx";
import { firstPage } from "./first-page.ts";

/** The first page is the first team's. */
export function Home() {
  const first = firstPage(
    useSuspenseQuery(asking(units, { components: "false", counts: "true" })).data.units,
  );
  return first ? <Navigate to="/units/$slug" params={{ slug: first.slug }} replace /> : <NotFound />;
}
