import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import { type Unit, unit } from "../../core/org/contract.ts";
import { timeline } from "../../core/timeline/contract.ts";
import { areaParts } from "../areas.ts";
import { Timeline } from "../charts/timeline.tsx";
import { asking } from "../client.ts";
import { ApartWords, useApart } from "../parts/apart.tsx";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { ExampleBanner } from "../parts/example-banner.tsx";
import { FirstStep } from "../parts/first-step.tsx";
import { ImportsHere } from "../parts/imports-here.tsx";
import { OpenFirst } from "../parts/open-first.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { Questions } from "../parts/questions.tsx";
import { Zoom } from "../parts/zoom.tsx";
import { FirstLoop } from "./loops/first-loop.tsx";
import { UnitLoops } from "./loops/unit-loops.tsx";
import { Gone } from "./unit/gone.tsx";
import { NothingShared } from "./unit/nothing-shared.tsx";
import styles from "./unit.module.css";

const kinds = { organisation: "Organisation", group: "Group", team: "Team" } as const;

export function UnitPage() {
  const { slug } = useParams({ from: "/units/$slug" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const measured = it.components.length > 0 || it.gone.length > 0;
  const exampleOnly = it.components.length > 0 && it.components.every(({ example }) => example);
  return (
    <>
      <PageTitle of={it.path.length > 0 && <Breadcrumb places={it.path} here={kinds[it.kind]} />}>
        {it.name}
      </PageTitle>
      {it.archived && (
        <p className="soft">
          Archived: it is on no list. What was stays on record, and its settings bring it back.
        </p>
      )}
      {areaParts.map(({ area, Head }) => Head && <Head key={area} slug={slug} own={it.own} />)}
      {exampleOnly && <ExampleBanner can={it.can.structure} />}
      <ImportsHere unit={it} />
      {it.components.length === 0 && <Gone gone={it.gone} all />}
      {!measured && !it.archived && <FirstStep can={it.can.structure} />}
      <Suspense fallback={<Pending />}>
        <WithData it={it} example={exampleOnly} measured={measured} />
      </Suspense>
      {it.components.length > 0 && <Gone gone={it.gone} />}
      {it.components.length > 0 && <Owned it={it} />}
      <Below units={it.children} />
      <p className={styles.settings}>
        <Link to="/units/$slug/settings" params={{ slug }}>
          People and settings
        </Link>
      </p>
    </>
  );
}

interface WithDataProps {
  readonly it: Unit;
  /** All that is measured is an example. */
  readonly example: boolean;
  /** Something is measured here, or was. */
  readonly measured: boolean;
}

/** What there is of a unit for the reader; a unit of which nothing is measured asks itself questions all the same. */
function WithData({ it, example, measured }: WithDataProps) {
  const { slug, name, timeZone } = it;
  const { weeks } = useSearch({ from: "/units/$slug" });
  const { data } = useSuspenseQuery(asking(timeline, { slug, ...(weeks ? { weeks } : {}) }));
  const { from, to, staves, questions } = data;
  if (!it.own && staves.length === 0 && measured) return <NothingShared it={it} />;
  return (
    <>
      {it.own && <OpenFirst slug={slug} />}
      {measured &&
        areaParts.map(({ area, Lead }) => Lead && <Lead key={area} slug={slug} example={example} />)}
      {it.own && measured && !example && <FirstLoop slug={slug} />}
      {staves.length > 0 && (
        <Timeline name={name} slug={slug} timeZone={timeZone} from={from} to={to} staves={staves} />
      )}
      {staves.length > 0 && <Zoom weeks={weeks} />}
      <UnitLoops it={it} />
      {areaParts.map(({ area, Below }) => Below && <Below key={area} slug={slug} measured={measured} />)}
      {it.own && <Questions slug={slug} questions={questions} />}
    </>
  );
}

/** Above this many, names say less than how many there are. */
const FEW = 6;

/** What the page is made from, and in which time zone its days are counted. */
function Owned({ it: { components, timeZone, can } }: { it: Unit }) {
  const names = components.slice(0, FEW).map(({ name }) => name);
  const more = components.length - names.length;
  return (
    <p className={styles.owned} dir="auto">
      From {names.join(", ")}
      {more > 0 && ` and ${more} more`} · days in the time zone {timeZone}
      {can.structure && (
        <>
          {" · "}
          <Link to="/repository">Add a repository</Link>
        </>
      )}
    </p>
  );
}

/** The groups and teams right below this one. */
function Below({ units }: { units: Unit["children"] }) {
  const apart = useApart();
  if (units.length === 0) return null;
  return (
    <nav aria-label="Teams and groups here" className={styles.below}>
      {units.map(({ slug, name }) => (
        <span key={slug}>
          <Link to="/units/$slug" params={{ slug }} dir="auto">
            {name}
          </Link>
          <ApartWords apart={apart.get(slug)} inTree />
        </span>
      ))}
    </nav>
  );
}
