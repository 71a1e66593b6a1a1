import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { loops } from "../../core/loops/contract.ts";
import { type Unit, unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { BeginLoop } from "./loops/begin-loop.tsx";
import styles from "./loops/loops.module.css";

/** A team begins with one question. */
export function BeginLoopPage() {
  const { slug } = useParams({ from: "/units/$slug/loops/new" });
  const { area } = useSearch({ from: "/units/$slug/loops/new" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const { can } = useSuspenseQuery(asking(loops, { unit: slug })).data;
  if (!can.add) return <NotYours it={it} />;
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="A question" />}>
        Ask yourselves a question
      </PageTitle>
      <p className={styles.intro}>
        A loop is a question of your own, asked on a rhythm: look, make sense, decide, and see what came of
        it. It takes five minutes, in the meeting that you have already. Begin with one.
      </p>
      <BeginLoop key={slug} slug={slug} area={area} />
    </>
  );
}

/** Said before somebody fills in what nobody would take. */
const NotYours = ({ it }: { it: Unit }) => (
  <>
    <PageTitle of={<Breadcrumb places={[...it.path, it]} here="A question" />}>
      Only those who belong here ask
    </PageTitle>
    <p className={styles.intro} dir="auto">
      What {it.name} asks itself is begun by somebody who belongs to it.
    </p>
  </>
);

/** The same for oneself. */
export function BeginOwnLoopPage() {
  return (
    <>
      <PageTitle>Ask yourself a question</PageTitle>
      <p className={styles.intro}>
        It comes back on the day that you choose. Nobody else sees it, nor what you write.
      </p>
      <BeginLoop slug={null} area={undefined} />
    </>
  );
}
