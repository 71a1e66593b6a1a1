import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { UnitForums } from "../../areas/decisions/ui/forums/unit-forums.tsx";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";

/** Where a team or group solves together what nobody decides alone. */
export function ForumsPage() {
  const { slug } = useParams({ from: "/units/$slug/forums" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Forums" />}>Forums</PageTitle>
      <UnitForums key={slug} slug={slug} name={it.name} />
    </>
  );
}
