import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { UnitAsks } from "../../areas/advocacy/ui/unit-asks.tsx";
import { beginFromImpediment } from "../../areas/delivery/contract.ts";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useAsk } from "../parts/use-ask.ts";

/** What a team asked for and is asked. An ask that began with what is in its way is told to that. */
export function AsksPage() {
  const { slug } = useParams({ from: "/units/$slug/asks" });
  const { title, why, impediment } = useSearch({ from: "/units/$slug/asks" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const begun = useAsk(beginFromImpediment);
  const navigate = useNavigate();
  const asked = async (id: string) => {
    if (impediment !== undefined) await begun.mutateAsync({ id: impediment, kind: "ask", thing: id });
    await navigate({ to: "/asks/$id", params: { id } });
  };
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Asks" />}>Asks</PageTitle>
      <Trouble error={begun.error} />
      <UnitAsks
        key={`${slug} ${title ?? ""}`}
        {...{ slug, name: it.name, begun: title, why }}
        onAsked={({ id }) => void asked(id)}
      />
    </>
  );
}
