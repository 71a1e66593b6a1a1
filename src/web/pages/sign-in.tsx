import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { me } from "../../core/people/contract.ts";
import { doorway } from "../../core/people/sign-in/contract.ts";
import { asking } from "../client.ts";
import { beginAnew } from "../parts/begin-anew.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { ByLink } from "./sign-in/by-link.tsx";
import { ByPassword } from "./sign-in/by-password.tsx";
import { ByProvider } from "./sign-in/by-provider.tsx";
import styles from "./sign-in/sign-in.module.css";
import { doorWords } from "./sign-in-search.ts";

/** The ways in that there are here; on to where one wanted to go. */
export function SignInPage() {
  const { next, trouble } = useSearch({ from: "/sign-in" });
  const { data: ways, error } = useQuery(asking(doorway, {}));
  useOnwards(trouble === undefined, next);
  if (!ways) return error ? <Trouble error={error} /> : <Pending />;
  const byLinkAlone = !ways.passwords && ways.provider === null;
  return (
    <>
      <PageTitle>{byLinkAlone ? "Come in with a link" : "Sign in"}</PageTitle>
      {trouble && <p role="status">{doorWords[trouble]}</p>}
      {ways.provider !== null && <ByProvider name={ways.provider} next={next} />}
      {ways.passwords && <ByPassword next={next} />}
      {byLinkAlone ? (
        <ByLink />
      ) : (
        <details className={styles.other}>
          <summary>Come in with a link</summary>
          <ByLink />
        </details>
      )}
    </>
  );
}

/** Who is signed in, or signs in beside this in the same browser, has nothing to do here. */
function useOnwards(wanted: boolean, next: string | undefined): void {
  const { data, isError } = useQuery(asking(me, {}));
  const inside = wanted && data !== undefined && !isError;
  useEffect(() => {
    if (inside) beginAnew(next);
  }, [inside, next]);
}
