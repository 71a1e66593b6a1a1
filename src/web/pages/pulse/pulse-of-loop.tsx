import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Loop } from "../../../core/loops/contract.ts";
import { loopPulse } from "../../../core/loops/pulse/contract.ts";
import { seriesOf } from "../../../core/loops/pulse/results.ts";
import { asking } from "../../client.ts";
import { Card } from "../../parts/card.tsx";
import { OpenNow, RoundResults } from "./one-pulse.tsx";
import styles from "./pulse.module.css";
import { AllSeries } from "./series.tsx";

/** What a loop looks at where that is a pulse: its latest round first. Nothing for a loop that looks at none. */
export function PulseOfLoop({ loop: { id, unit, measures } }: { loop: Loop }) {
  const mayHave = unit !== null && measures.length === 0;
  const { data } = useQuery({ ...asking(loopPulse, { id }), enabled: mayHave });
  const pulse = data?.pulse;
  if (!pulse) return null;
  const [latest] = pulse.rounds;
  return (
    <Card title="What we answered">
      <div className={styles.pulse}>
        {pulse.open !== null && <OpenNow open={pulse.open} />}
        {latest ? <RoundResults round={latest} /> : <p className="soft">No round has closed yet.</p>}
        <AllSeries series={seriesOf(pulse)} />
        <p className="small">
          <Link to="/units/$slug/pulse" params={{ slug: pulse.unit.slug }}>
            All rounds, and what is asked
          </Link>
        </p>
      </div>
    </Card>
  );
}
