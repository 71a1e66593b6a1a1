import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { checkIn as checkInContract } from "../../core/loops/check-in/contract.ts";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { CheckInView } from "./check-in/check-in-view.tsx";

/** All questions of a team that are due, on one page. */
export function CheckInPage() {
  const { slug } = useParams({ from: "/units/$slug/check-in" });
  const { also } = useSearch({ from: "/units/$slug/check-in" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const { data } = useSuspenseQuery(asking(checkInContract, { unit: slug, ...(also ? { also } : {}) }));
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Check-in" />}>
        {titleOf(data.items.length)}
      </PageTitle>
      <CheckInView slug={slug} shown={data} />
    </>
  );
}

/** One's own. */
export function OwnCheckInPage() {
  const { also } = useSearch({ from: "/check-in" });
  const { data } = useSuspenseQuery(asking(checkInContract, also ? { also } : {}));
  return (
    <>
      <PageTitle of={<Link to="/me">Me</Link>}>{titleOf(data.items.length)}</PageTitle>
      <CheckInView slug={null} shown={data} />
    </>
  );
}

function titleOf(questions: number): string {
  if (questions === 0) return "Nothing is due";
  return questions === 1 ? "One question, five minutes" : `${questions} questions, five minutes`;
}
