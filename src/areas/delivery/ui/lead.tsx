import { useSuspenseQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { deliveryOverview } from "../contract.ts";
import styles from "./delivery.module.css";
import { LiveQuestion } from "./live-question.tsx";

/** What is notable, and what Septet has to ask before it can say more. */
export function Lead({ slug, example }: { slug: string; example: boolean }) {
  const { notable, unknownLive } = useSuspenseQuery(asking(deliveryOverview, { slug })).data;
  return (
    <>
      <p className={styles.notable}>{notable.sentence}</p>
      {!example && unknownLive.map((component) => <LiveQuestion key={component} component={component} />)}
    </>
  );
}
