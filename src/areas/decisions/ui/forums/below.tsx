import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../../web/client.ts";
import { forumList } from "../../forums/contract.ts";
import { Below as Decisions } from "../below.tsx";
import decisions from "../decisions.module.css";

/** What was decided, and below it where a team or group decides together. */
export const Below = ({ slug }: { slug: string }) => (
  <>
    <Decisions slug={slug} />
    <Forums slug={slug} />
  </>
);

/** One line: the forums in which the reader takes part, or the way to begin one. */
function Forums({ slug }: { slug: string }) {
  const data = useQuery(asking(forumList, { unit: slug })).data;
  if (!data || (data.forums.length === 0 && !data.can.add)) return null;
  return (
    <p className={decisions.ways}>
      {data.forums
        .filter(({ ended }) => !ended)
        .map(({ id, name, meeting }) => (
          <Link key={id} to="/forums/$id" params={{ id }} dir="auto">
            {meeting ? `${name}: it meets now` : name}
          </Link>
        ))}
      <Link to="/units/$slug/forums" params={{ slug }}>
        {data.forums.length === 0 ? "Solve something together in a forum" : "All forums"}
      </Link>
    </p>
  );
}
