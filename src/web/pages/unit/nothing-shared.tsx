import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { measures } from "../../../core/measures/contract.ts";
import type { Unit } from "../../../core/org/contract.ts";
import { sharing } from "../../../core/sharing/contract.ts";
import { asking } from "../../client.ts";

/** What others see of a team that keeps its measures to itself, or shares some of which these weeks have nothing. */
export function NothingShared({ it: { slug, name, kind } }: { it: Unit }) {
  const { shares } = useSuspenseQuery(asking(sharing, { slug })).data;
  if (shares.length > 0) return <OlderThanThis slug={slug} ids={shares.map(({ measure }) => measure)} />;
  return (
    <p className="soft">
      {kind === "team" ? (
        <>
          What <span dir="auto">{name}</span> measures is its own, and nothing of it is shared with you.
        </>
      ) : (
        "No team here shares anything with you yet."
      )}
    </p>
  );
}

function OlderThanThis({ slug, ids }: { slug: string; ids: readonly string[] }) {
  const { data } = useSuspenseQuery(asking(measures, {}));
  return (
    <>
      <p className="soft">What is shared with you has nothing of the last weeks:</p>
      <ul>
        {data.measures
          .filter(({ id }) => ids.includes(id))
          .map(({ id, title }) => (
            <li key={id}>
              <Link to="/units/$slug/measures/$id" params={{ slug, id }} search={{ range: "all" }}>
                {title}
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
