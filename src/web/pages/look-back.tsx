import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { unit } from "../../core/org/contract.ts";
import { timeline } from "../../core/timeline/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { LookBackForm } from "./experiment/look-back-form.tsx";
import styles from "./loops/loops.module.css";

/** A new team's first loop: something that it changed last year, guessed first and then looked at. */
export function LookBackPage() {
  const { slug } = useParams({ from: "/units/$slug/look-back" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const { staves } = useSuspenseQuery(asking(timeline, { slug })).data;
  const [first] = staves.filter(({ measure }) => measure !== null);
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Look back" />}>Did it help?</PageTitle>
      <p className={styles.intro}>
        Pick something that you changed last year. Say first what you think came of it; then see what is there
        to be seen. It explores, and proves nothing: other things changed as well.
      </p>
      {first ? (
        <LookBackForm key={slug} slug={slug} area={first.area} />
      ) : (
        <p className="soft">Nothing is measured here yet, so there is nothing to look back at.</p>
      )}
    </>
  );
}
