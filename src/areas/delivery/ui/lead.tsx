import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unit } from "../../../core/org/contract.ts";
import { asking } from "../../../web/client.ts";
import { LiveQuestion } from "../../../web/parts/live-question.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { deliveryOverview } from "../contract.ts";
import styles from "./delivery.module.css";

/** What is notable, and what Septet has to ask before it can say more. */
export function Lead({ slug, example }: { slug: string; example: boolean }) {
  const { notable, unknownLive } = useSuspenseQuery(asking(deliveryOverview, { slug })).data;
  const { components, can } = useSuspenseQuery(asking(unit, { slug })).data;
  // What went away is another's to tell.
  const silent = unknownLive.filter((component) => components.some(({ name }) => name === component));
  return (
    <>
      {notable.measure && (
        <p className={styles.about}>
          <Link to="/units/$slug/measures/$id" params={{ slug, id: notable.measure }}>
            {notable.title}
          </Link>
        </p>
      )}
      <p className={styles.notable}>{unbroken(notable.sentence)}</p>
      {!example &&
        silent.map((component) =>
          can.structure ? (
            <LiveQuestion key={component} component={component} />
          ) : (
            <p key={component} className="soft" dir="auto">
              Nothing in the history of {component} says what is live. Who runs this can say how you know.
            </p>
          ),
        )}
    </>
  );
}
