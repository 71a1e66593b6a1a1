import { Link } from "@tanstack/react-router";
import { PageTitle } from "../parts/page-title.tsx";

export function NotFound() {
  return (
    <>
      <PageTitle>There is nothing here</PageTitle>
      <p>
        The address may be mistyped, or what was here has a new name. <Link to="/">Go to the first page</Link>
      </p>
    </>
  );
}
