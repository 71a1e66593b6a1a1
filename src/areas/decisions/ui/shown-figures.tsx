import { TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asking } from "../../../web/client.ts";
import { AudienceButtons } from "../../../web/parts/audience-buttons.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import { decisionFigures, openFigures, type ShownFigures as Shown } from "../figures/contract.ts";
import styles from "./decisions.module.css";

/** What teams show of how their decisions went, each by itself; and the way to show one's own. */
export function ShownFigures({ slug }: { slug: string }) {
  const { teams, own } = useSuspenseQuery(asking(decisionFigures, { slug })).data;
  const others = teams.filter(({ unit }) => unit.slug !== slug);
  return (
    <>
      {others.length > 0 && (
        <Card title="What teams here show">
          <ul className={styles.list}>
            {others.map((one) => (
              <li key={one.unit.slug}>
                <OneTeam one={one} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {own && own.audiences.length > 0 && (
        <Card title="Who sees these figures">
          <Opening slug={slug} own={own} />
        </Card>
      )}
    </>
  );
}

const OneTeam = ({ one: { unit, annotation, on, says } }: { one: Shown }) => (
  <>
    <p>
      <strong dir="auto">{unit.name}</strong> <span className="soft small">counted on {dayText(on)}</span>
    </p>
    {annotation !== "" && (
      <p className={styles.quote} dir="auto">
        {annotation}
      </p>
    )}
    {says.length === 0 ? (
      <p className="soft">Nothing to say yet.</p>
    ) : (
      says.map((sentence) => <p key={sentence}>{sentence}</p>)
    )}
  </>
);

interface OpeningProps {
  readonly slug: string;
  readonly own: {
    readonly audience: { readonly slug: string; readonly name: string } | null;
    readonly annotation: string;
    readonly audiences: readonly { readonly slug: string; readonly name: string }[];
  };
}

function Opening({ slug, own }: OpeningProps) {
  const [words, setWords] = useState(own.annotation);
  const open = useAsk(openFigures);
  return (
    <>
      <p dir="auto">
        {own.audience === null
          ? "Only those who belong here."
          : `Everyone in ${own.audience.name}${own.annotation === "" ? "" : `, with your words: “${own.annotation}”`}`}
      </p>
      <div className={styles.actions}>
        {own.audience && (
          <WordButton
            word="Take it back"
            of={`from ${own.audience.name}`}
            busy={open.isPending}
            onClick={() => open.mutate({ slug, audience: null })}
          />
        )}
        <Opens word={own.audience ? "Show it to others, or with other words" : "Show it to others"}>
          {(close) => (
            <>
              <p className="small">
                They see these counts, anew each day, and your words; no decision and no name.
              </p>
              <TextInput
                label="In your own words, if you like"
                dir="auto"
                maxLength={500}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              <AudienceButtons
                audiences={own.audiences}
                busy={open.isPending ? open.variables.audience : undefined}
                onChoose={(to) =>
                  open.mutate({ slug, audience: to, annotation: words }, { onSuccess: close })
                }
              />
            </>
          )}
        </Opens>
      </div>
      <Trouble error={open.error} />
    </>
  );
}
