import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { components, type Unit } from "../../../core/org/contract.ts";
import { askingPages } from "../../client.ts";
import form from "../../parts/form.module.css";
import lists from "../../parts/lists.module.css";
import { ShowMore } from "../../parts/show-more.tsx";
import { spanText } from "../../parts/span-text.ts";
import { Trouble } from "../../parts/trouble.tsx";

/** What it owns itself today, each with since when. */
export function OwnedHere({ it }: { it: Unit }) {
  const listed = useInfiniteQuery(askingPages(components, { unit: it.slug }));
  const shown = listed.data?.pages.flatMap((page) => page.components) ?? [];
  const total = listed.data?.pages[0]?.total ?? 0;
  return (
    <section className={form.section}>
      <h2>What it owns{it.kind !== "team" && " itself"}</h2>
      <Trouble error={listed.error} />
      {listed.isSuccess && total === 0 && (
        <p className="soft">
          Nothing yet. What a team owns is what its figures are made of.{" "}
          <Link to="/components">See all components</Link>
        </p>
      )}
      <ul className={lists.rows}>
        {shown.map(({ name, title, since, assumed }) => (
          <li key={name}>
            <div className={lists.what}>
              <Link to="/components" search={{ q: name }} dir="auto">
                {title ?? name}
              </Link>
            </div>
            <span className="soft small">
              {assumed ? "until somebody claims it" : spanText({ from: since, until: null })}
            </span>
          </li>
        ))}
      </ul>
      <ShowMore list={listed} shown={shown.length} total={total} />
    </section>
  );
}
