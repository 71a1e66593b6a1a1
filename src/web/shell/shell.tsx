import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { me } from "../../core/people/contract.ts";
import { asking, notSignedIn } from "../client.ts";
import { Pending } from "../parts/pending.tsx";
import { Door } from "./door.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import styles from "./shell.module.css";

/** Around every page: a door for those that are open to anyone, a frame for the others. */
export function Shell() {
  const open = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.open),
  });
  return open ? <Door /> : <Frame />;
}

function Frame() {
  const { error, isPending } = useQuery(asking(me, {}));
  const main = useFocusOnNewPage();
  if (notSignedIn(error)) return <ToTheDoor />;
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

/** Who is not signed in, or no longer, goes by the door and comes back to where they were. */
function ToTheDoor() {
  const router = useRouter();
  useEffect(() => {
    const { href, pathname, search } = router.state.location;
    // Asked anew in the meantime, who asks is unknown for a moment, and then nobody again.
    if (pathname === "/sign-in") return;
    const next = href === "/" ? {} : { next: href };
    void router.navigate({
      to: "/sign-in",
      search: "link" in search ? { trouble: "spent" } : next,
      replace: true,
    });
  }, [router]);
  return null;
}

/**
 * A new page moves the focus to its content, so that a screen reader begins there; the first one leaves it alone, and so does a page
 * that has put it into a field of its own.
 */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const inside = main.current?.contains(document.activeElement) && document.activeElement !== main.current;
    const another = before.current !== undefined && before.current !== path;
    if (another && !inside) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
