import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Delegations } from "../../areas/decisions/ui/delegations-page.tsx";
import { DecisionFiles } from "../../areas/decisions/ui/files-page.tsx";
import { DecisionGraph } from "../../areas/decisions/ui/graph-page.tsx";
import { LearntFrom } from "../../areas/decisions/ui/learnt-page.tsx";
import { UnitDecisions } from "../../areas/decisions/ui/unit-decisions.tsx";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Whose } from "../parts/whose.tsx";

/** The decisions of a team, or its principles. */
export function DecisionsPage() {
  const { slug } = useParams({ from: "/units/$slug/decisions" });
  const { title, sort } = useSearch({ from: "/units/$slug/decisions" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const navigate = useNavigate();
  const principles = sort === "principles";
  const word = principles ? "Principles" : "Decisions";
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here={word} />}>{word}</PageTitle>
      <UnitDecisions
        key={`${slug} ${word} ${title ?? ""}`}
        {...{ slug, name: it.name, principles, begun: title }}
        onAdded={({ id }) => void navigate({ to: "/decisions/$id", params: { id } })}
      />
    </>
  );
}

/** One's own, for oneself alone. */
export function OwnDecisionsPage() {
  const { title } = useSearch({ from: "/decisions" });
  const navigate = useNavigate();
  return (
    <>
      <PageTitle of={<Whose unit={null} here="Decisions" />}>My decisions</PageTitle>
      <p className="soft small">Only you see these.</p>
      <UnitDecisions
        slug={null}
        name="me"
        principles={false}
        begun={title}
        onAdded={({ id }) => void navigate({ to: "/decisions/$id", params: { id } })}
      />
      <h2 style={{ marginBlockStart: 40 }}>What I learn from them</h2>
      <LearntFrom slug={null} />
    </>
  );
}

export function DecisionFilesPage() {
  const { slug } = useParams({ from: "/units/$slug/decisions/files" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Decisions" />}>Decisions as files</PageTitle>
      <DecisionFiles slug={slug} />
    </>
  );
}

export function LearntPage() {
  const { slug } = useParams({ from: "/units/$slug/decisions/learnt" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Decisions" />}>
        What we learn from our decisions
      </PageTitle>
      <LearntFrom slug={slug} />
    </>
  );
}

export function GraphPage() {
  const { slug } = useParams({ from: "/units/$slug/decisions/graph" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Decisions" />}>
        How decisions hang together
      </PageTitle>
      <DecisionGraph slug={slug} name={it.name} />
    </>
  );
}

export function DelegationsPage() {
  const { slug } = useParams({ from: "/units/$slug/delegations" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Decisions" />}>Who decides what</PageTitle>
      <Delegations slug={slug} name={it.name} />
    </>
  );
}
