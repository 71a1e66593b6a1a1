import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { type GitImport, gitImports } from "../../core/connectors/git/contract.ts";
import { nothingLive } from "../../core/connectors/git/nothing-live.ts";
import { measure } from "../../core/measures/contract.ts";
import { type Unit, unit } from "../../core/org/contract.ts";
import { ProblemError } from "../../platform/http/ask.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { ImportsHere } from "../parts/imports-here.tsx";
import { NotShared } from "../parts/not-shared.tsx";
import { Pending } from "../parts/pending.tsx";
import { SharingLine } from "../parts/sharing-line.tsx";
import { chosenDates } from "./chosen-dates.ts";
import { MeasureView } from "./measure/measure-view.tsx";
import { rangeOf } from "./measure-range.ts";

/** A measure of a unit over time, with all that explains it. */
export function MeasurePage() {
  const { slug, id } = useParams({ from: "/units/$slug/measures/$id" });
  const { search, wrong } = chosenDates(useSearch({ from: "/units/$slug/measures/$id" }));
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const imports = useQuery(asking(gitImports, {}));
  const range = rangeOf(search, todayIn(it.timeZone), sinceOf(it, imports.data?.imports ?? []));
  const shown = useQuery({
    ...asking(measure, { id, unit: slug, ...range }),
    // While another range is on its way the old one stays, of the same measure only.
    placeholderData: (before) =>
      before?.measure === id && before.unit === slug ? keepPreviousData(before) : undefined,
    throwOnError: (error, { state }) => state.data === undefined && !isRefused(error),
    enabled: search.range !== "all" || !imports.isPending,
  });
  if (isRefused(shown.error)) return <NotShared it={it} words={shown.error.problem.detail ?? ""} />;
  if (!shown.data) return <Pending />;
  return (
    <>
      <ImportsHere unit={it} />
      <MeasureView
        shown={shown.data}
        search={search}
        wrong={wrong}
        silent={silentOf(it, imports.data?.imports ?? [])}
        fading={shown.isPlaceholderData}
        beside={it.own && <SharingLine slug={slug} kind={it.kind} name={it.name} measure={id} />}
        above={<Breadcrumb places={[...it.path, it]} here={shown.data.title} />}
      />
    </>
  );
}

const isRefused = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === "not_allowed";

const todayIn = (timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(Date.now());

/** The unit's components of which nothing says what is live; an example's owner is not the reader. */
function silentOf(it: Unit, imports: readonly GitImport[]): string[] {
  const own = new Set(it.components.filter(({ example }) => !example).map(({ name }) => name));
  return imports.flatMap(({ component, found }) =>
    component && own.has(component) && found && nothingLive(found) ? [component] : [],
  );
}

/** The first day of anything that the unit's repositories hold, or those that were its once; `null` where that is not known. */
function sinceOf(it: Unit, imports: readonly GitImport[]): string | null {
  const names = new Set([...it.components, ...it.gone].map(({ name }) => name));
  const days = imports.flatMap(({ component, found }) =>
    component && names.has(component) && found?.since ? [found.since] : [],
  );
  return days.sort()[0] ?? null;
}
