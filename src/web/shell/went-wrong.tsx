import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link, useParams, useRouter } from "@tanstack/react-router";
import type { Problem } from "../../platform/errors.ts";
import { ProblemError } from "../../platform/http/ask.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { missingOf } from "./missing.ts";
import { NoSuchMeasure, NoSuchUnit } from "./no-such.tsx";
import { NotFound } from "./not-found.tsx";

/** What stands in a page's place when it could not be shown, in the server's own words where it gave any. */
export function WentWrong({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queryErrors = useQueryErrorResetBoundary();
  const params = useParams({ strict: false });
  const problem = error instanceof ProblemError ? error.problem : null;
  const missing = problem && missingOf(problem, params);
  if (missing === "unit") return <NoSuchUnit />;
  if (missing === "measure") return <NoSuchMeasure />;
  if (missing === "page" || (problem?.code === "not_found" && !problem.detail)) return <NotFound />;
  const again = () => {
    queryErrors.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div role="alert">
      <PageTitle>{titleOf(problem)}</PageTitle>
      <p>{problem ? problem.detail : unreachable(error)}</p>
      {fieldsOf(problem).map(({ pointer, detail }) => (
        <p key={pointer} className="soft">
          {pointer.slice(1)}: {detail}
        </p>
      ))}
      {problem && problem.status < 500 ? (
        <Otherwise />
      ) : (
        <Button mt="md" variant="default" onClick={again}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Who opened a page has not tried to do anything yet. */
const titleOf = (problem: Problem | null) =>
  problem?.code === "not_allowed"
    ? "This page is not open to you"
    : (problem?.title ?? "This page could not be shown");

/** The same question would get the same answer, so another one is offered. */
function Otherwise() {
  const { slug, id } = useParams({ strict: false });
  if (slug === undefined || id === undefined) return <Link to="/">Go to the first page</Link>;
  return (
    <Link to="/units/$slug/measures/$id" params={{ slug, id }} search={{}}>
      Show it as it is at first
    </Link>
  );
}

/** What is wrong field by field, unless that is what was said already. */
const fieldsOf = (problem: Problem | null) =>
  problem?.errors?.filter(({ detail }) => detail !== problem.detail) ?? [];

/** `fetch` throws a TypeError when nobody answers. */
const unreachable = (error: unknown) =>
  error instanceof TypeError
    ? "Septet does not answer. Is it still running?"
    : String(error instanceof Error ? error.message : error);
