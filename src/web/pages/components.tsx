import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { components } from "../../core/org/contract.ts";
import { askingPages } from "../client.ts";
import { ArchivedSwitch } from "../parts/archived-switch.tsx";
import { countText } from "../parts/count.ts";
import { FindField } from "../parts/find-field.tsx";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { ShowMore } from "../parts/show-more.tsx";
import { ComponentRow } from "./components/component-row.tsx";
import { OrganisationNav } from "./organisation/organisation-nav.tsx";
import { useListed } from "./use-listed.ts";

/** What the organisation has, who owns it and who owned it before. */
export function ComponentsPage() {
  const { q = "", archived = false, unclaimed = false } = useSearch({ from: "/components" });
  const show = useListed({ from: "/components" });
  const asked = { search: q, archived: String(archived), unowned: String(unclaimed) };
  const listed = useInfiniteQuery({
    ...askingPages(components, asked),
    placeholderData: keepPreviousData,
    throwOnError: (_, { state }) => state.data === undefined,
  });
  const [first] = listed.data?.pages ?? [];
  if (!first) return <Pending />;
  const shown = listed.data?.pages.flatMap((page) => page.components) ?? [];
  return (
    <>
      <PageTitle of={<OrganisationNav />}>Components</PageTitle>
      <div className={lists.tools}>
        <FindField label="Find a component" value={q} onFind={show.find} />
        <label className={lists.switch}>
          <input
            type="checkbox"
            checked={unclaimed}
            onChange={(event) => show.unclaimed(event.currentTarget.checked)}
          />
          Only what nobody has claimed ({countText(first.unowned)})
        </label>
        <ArchivedSwitch checked={archived} onChange={show.archived} />
      </div>
      <ul className={lists.rows} data-fading={listed.isPlaceholderData}>
        {shown.map((component) => (
          <ComponentRow key={component.name} component={component} canOwn={first.can.own} />
        ))}
      </ul>
      {shown.length === 0 && <Nothing q={q} unclaimed={unclaimed} can={first.can.own} />}
      <ShowMore list={listed} shown={shown.length} total={first.total} />
    </>
  );
}

interface NothingProps {
  readonly q: string;
  readonly unclaimed: boolean;
  /** Whether the reader may say which repositories are read. */
  readonly can: boolean;
}

function Nothing({ q, unclaimed, can }: NothingProps) {
  if (q !== "" || unclaimed)
    return (
      <p className="soft" role="status">
        {q !== "" ? "No component is called like that." : "Everything here is claimed."}
      </p>
    );
  return (
    <p className={lists.words}>
      A component is something that a team owns and changes: a service, a website, a repository. Each counts
      for the team that owned it at the time. They come with the first{" "}
      {can ? <Link to="/repository">repository</Link> : "repository"}.
    </p>
  );
}
