import { Button, TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  adoptOffer,
  type Gathering,
  type GroupFigure,
  type Offer,
  openGathering,
  openPulse,
  unitOffers,
} from "../../../core/loops/pulse/offers/contract.ts";
import { asking } from "../../client.ts";
import { dayText } from "../../parts/dates.ts";
import form from "../../parts/form.module.css";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { AREA } from "./begin-pulse.tsx";
import { OfferForm } from "./offer-form.tsx";
import styles from "./pulse.module.css";
import { Bars } from "./results.tsx";

/** What a group offers its teams to ask themselves, on their pages and on its own; with what they came to together. */
export function Offers({ slug, name }: { slug: string; name: string }) {
  const { offers, can } = useSuspenseQuery(asking(unitOffers, { slug })).data;
  if (offers.length === 0 && !can.offer) return null;
  return (
    <section className={styles.pulse}>
      <h2>{can.offer ? "What teams here are offered to ask" : "What you are offered to ask"}</h2>
      {can.offer && offers.length === 0 && (
        <p className="soft">
          The same questions for every team that wants them. Each team sees its own answers; what those teams
          that open theirs to <span dir="auto">{name}</span> come to together is told as one figure, and no
          team apart.
        </p>
      )}
      {offers.map((offer) => (
        <OneOffer key={offer.id} slug={slug} offer={offer} />
      ))}
      {can.offer && <OfferForm key={offers.length} slug={slug} />}
    </section>
  );
}

function OneOffer({ slug, offer }: { slug: string; offer: Offer }) {
  const { question, unit, questions, gatherings, adopted, can } = offer;
  const adopt = useAsk(adoptOffer);
  const [first, ...others] = gatherings.filter(({ closed }) => closed !== null);
  const open = gatherings.find(({ closed }) => closed === null);
  return (
    <article className={styles.offer} aria-labelledby={`offer-${offer.id}`}>
      <div>
        <h3 id={`offer-${offer.id}`} dir="auto">
          {question}
        </h3>
        <p className="soft small" dir="auto">
          offered by {unit.name}
          {open && ` · gathered until ${dayText(open.until)}`}
        </p>
      </div>
      {(can.adopt || first === undefined) && (
        <ol className={styles.asks}>
          {questions.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      )}
      {can.adopt && (
        <div>
          <Button
            size="xs"
            loading={adopt.isPending}
            onClick={() => adopt.mutate({ slug, offer: offer.id, area: AREA })}
          >
            Ask this ourselves
          </Button>
          <p className="soft small">It is yours then, and nobody else sees it until you open it.</p>
        </div>
      )}
      <Trouble error={adopt.error} />
      {adopted && <Opened group={unit.name} pulse={adopted.pulse} opened={adopted.opened} />}
      {can.gather && <Gather id={offer.id} />}
      {first && <Told gathering={first} />}
      {others.length > 0 && (
        <details>
          <summary className="soft small">Gathered earlier ({others.length})</summary>
          <div className={styles.earlier}>
            {others.map((one) => (
              <Told key={one.id} gathering={one} />
            ))}
          </div>
        </details>
      )}
    </article>
  );
}

interface OpenedProps {
  readonly group: string;
  readonly pulse: string;
  readonly opened: boolean;
}

/** The team's word on whether it is counted, which it takes back at any time. */
function Opened({ group, pulse, opened }: OpenedProps) {
  const put = useAsk(openPulse);
  return (
    <div>
      <p className="small" dir="auto">
        {opened
          ? `Your rounds are counted with those of other teams, in one figure for ${group}: those that opened since.`
          : `Only your team sees what it comes to. If you open it, your rounds from then on are counted with those of other teams, in one figure for ${group}: of three teams and five people at least, never of your team alone, and without words.`}
      </p>
      <Button
        mt={6}
        size="compact-xs"
        variant="default"
        loading={put.isPending}
        onClick={() => put.mutate({ id: pulse, open: !opened })}
      >
        {opened ? "Take it back" : `Open it to ${group}`}
      </Button>
      <Trouble error={put.error} />
    </div>
  );
}

/** Teams have until that day to close a round; what they come to is told the day after. */
function Gather({ id }: { id: string }) {
  const [until, setUntil] = useState("");
  const gather = useAsk(openGathering);
  return (
    <div>
      <div className={form.row}>
        <TextInput
          type="date"
          label="Gather rounds that close until"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={troubleAt("/until", gather.error)}
        />
        <Button
          size="xs"
          loading={gather.isPending}
          disabled={until === ""}
          onClick={() => gather.mutate({ id, until })}
        >
          Gather
        </Button>
      </div>
      <Trouble error={gather.error} except={["/until"]} />
    </div>
  );
}

function Told({ gathering: { until, figures } }: { gathering: Gathering }) {
  return (
    <section className={styles.round}>
      <h4>Gathered until {dayText(until)}</h4>
      <div className={styles.results}>
        {figures.map((figure) => (
          <div key={figure.question.id} className={styles.result}>
            <p dir="auto">
              <strong>{figure.question.text}</strong>
            </p>
            <p className="soft small">{figure.because ?? sayFigure(figure)}</p>
            {figure.counts && figure.n !== null && (
              <Bars question={figure.question} counts={figure.counts} n={figure.n} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

const sayFigure = ({ n, teams, mean }: GroupFigure): string =>
  `${n} people in ${teams} teams${mean === null ? "" : `, ${mean.toFixed(1)} in the mean`}`;
