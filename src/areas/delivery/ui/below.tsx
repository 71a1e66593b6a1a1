import { useSuspenseQuery } from "@tanstack/react-query";
import { unit } from "../../../core/org/contract.ts";
import { asking } from "../../../web/client.ts";
import { deliveryOverview } from "../contract.ts";
import styles from "./delivery.module.css";
import { InOurWay } from "./in-our-way.tsx";
import { MeasuresList } from "./measures-list.tsx";
import { SlowestChanges } from "./slowest-changes.tsx";

export const Below = ({ slug, measured }: { slug: string; measured: boolean }) => (
  <div className={styles.below}>
    <InOurWay slug={slug} />
    {measured && <Measured slug={slug} />}
  </div>
);

function Measured({ slug }: { slug: string }) {
  const { slowest } = useSuspenseQuery(asking(deliveryOverview, { slug })).data;
  const { timeZone } = useSuspenseQuery(asking(unit, { slug })).data;
  return (
    <>
      {slowest.length > 0 && <SlowestChanges changes={slowest} timeZone={timeZone} />}
      <MeasuresList slug={slug} />
    </>
  );
}
