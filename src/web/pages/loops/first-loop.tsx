import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { loops } from "../../../core/loops/contract.ts";
import { experiments } from "../../../core/loops/experiments/contract.ts";
import { asking } from "../../client.ts";
import { Card } from "../../parts/card.tsx";
import styles from "./loops.module.css";

/** To a team that has asked itself nothing yet: the loop that can be closed at once. Then it is gone. */
export function FirstLoop({ slug }: { slug: string }) {
  const own = useSuspenseQuery(asking(loops, { unit: slug })).data;
  const tried = useSuspenseQuery(asking(experiments, { unit: slug })).data;
  if (!own.can.add || own.loops.length > 0 || tried.experiments.length > 0) return null;
  return (
    <Card className={styles.first}>
      <p>
        Pick something that you changed last year. <strong>Did it help?</strong> Guess, then see.
      </p>
      <p className={styles.more}>
        <Link to="/units/$slug/look-back" params={{ slug }}>
          Look back at a change
        </Link>
        <Link to="/units/$slug/loops/new" params={{ slug }}>
          Ask yourselves a question
        </Link>
      </p>
    </Card>
  );
}
