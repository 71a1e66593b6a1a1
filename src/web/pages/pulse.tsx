import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { unitPulses } from "../../core/loops/pulse/contract.ts";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { Card } from "../parts/card.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import loops from "./loops/loops.module.css";
import { BeginPulse } from "./pulse/begin-pulse.tsx";
import { Offers } from "./pulse/offers.tsx";
import { OnePulse } from "./pulse/one-pulse.tsx";
import styles from "./pulse/pulse.module.css";

/** The short questions that a team asks itself in rounds. It is off until somebody begins one. */
export function PulsePage() {
  const { slug } = useParams({ from: "/units/$slug/pulse" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const { pulses, ready } = useSuspenseQuery(asking(unitPulses, { slug })).data;
  const [begins, setBegins] = useState(false);
  const writes = begins || pulses.length === 0;
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Pulse" />}>Pulse</PageTitle>
      {pulses.length === 0 && (
        <p className={loops.intro}>
          One to five short questions that you ask yourselves, each answered alone in a minute. When a round
          closes you see how often each answer was given, and nobody sees who gave it. Begin with something
          that is ready, or with your own.
        </p>
      )}
      <div className={styles.list}>
        {pulses.map((pulse) => (
          <OnePulse key={pulse.id} pulse={pulse} />
        ))}
        <Offers slug={slug} name={it.name} />
        {writes ? (
          <Card title="Begin to ask" key={pulses.length}>
            <BeginPulse slug={slug} ready={ready} />
          </Card>
        ) : (
          <div>
            <Button variant="default" size="xs" onClick={() => setBegins(true)}>
              Ask something else
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
