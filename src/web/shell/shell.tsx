import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { me } from "../../core/people/contract.ts";
import { asking, notSignedIn } from "../client.ts";
import { Pending } from "../parts/pending.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import styles from "./shell.module.css";
import { SignedOut } from "./signed-out.tsx";

/** The frame of every page. */
export function Shell() {
  const { error, isPending } = useQuery(asking(me, {}));
  const main = useFocusOnNewPage();
  if (notSignedIn(error)) return <SignedOut />;
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1} ref={main}>
        {isPending ? <Pending /> : <Outlet />}
      </main>
      <Footer />
    </div>
  );
}

/** A new page moves the focus to its content, so that a screen reader begins there; the first one leaves it alone. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
