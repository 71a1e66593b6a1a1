import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { unit } from "../../core/org/contract.ts";
import { timeline } from "../../core/timeline/contract.ts";
import { areaParts } from "../areas.ts";
import { Timeline } from "../charts/timeline.tsx";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { ExampleBanner } from "../parts/example-banner.tsx";
import { FirstStep } from "../parts/first-step.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { Questions } from "../parts/questions.tsx";
import { RunningImports } from "../parts/running-imports.tsx";
import styles from "./unit.module.css";

const kinds = { organisation: "Organisation", group: "Group", team: "Team" } as const;

export function UnitPage() {
  const { slug } = useParams({ from: "/units/$slug" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const exampleOnly = it.components.length > 0 && it.components.every(({ example }) => example);
  return (
    <>
      <PageTitle of={it.path.length > 0 && <Breadcrumb places={it.path} here={kinds[it.kind]} />}>
        {it.name}
      </PageTitle>
      {exampleOnly && <ExampleBanner />}
      <RunningImports unit={it} />
      {it.components.length === 0 ? (
        <FirstStep unit={it} />
      ) : (
        <Suspense fallback={<Pending />}>
          <WithData slug={slug} name={it.name} />
        </Suspense>
      )}
      {it.components.length > 0 && <Owned components={it.components} />}
    </>
  );
}

function WithData({ slug, name }: { slug: string; name: string }) {
  const { from, to, staves, questions } = useSuspenseQuery(asking(timeline, { slug })).data;
  return (
    <>
      {areaParts.map(({ area, Lead }) => (
        <Lead key={area} slug={slug} />
      ))}
      <Timeline name={name} slug={slug} from={from} to={to} staves={staves} />
      {areaParts.map(({ area, Below }) => (
        <Below key={area} slug={slug} />
      ))}
      <Questions questions={questions} />
    </>
  );
}

/** Above this many, names say less than how many there are. */
const FEW = 6;

function Owned({ components }: { components: readonly { name: string }[] }) {
  const names = components.slice(0, FEW).map(({ name }) => name);
  const more = components.length - names.length;
  return (
    <p className={styles.owned} dir="auto">
      From {names.join(", ")}
      {more > 0 && ` and ${more} more`} · <Link to="/repository">Add a repository</Link>
    </p>
  );
}
