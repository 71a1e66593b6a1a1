import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { type MeasureAnswer, measure } from "../../../core/measures/contract.ts";
import { staveOf } from "../../../core/timeline/stave.ts";
import charts from "../../charts/charts.module.css";
import { StaveRow } from "../../charts/stave.tsx";
import { asking } from "../../client.ts";
import { apartText, useApart } from "../../parts/apart.tsx";
import { Card } from "../../parts/card.tsx";
import { manyText } from "../../parts/count.ts";
import styles from "./measure.module.css";

/** As many as are drawn unasked. */
const FEW = 12;

/** For a group: the teams that its figure is made of, each by itself, by name and in no other order. */
export function SharedTeams({ shown }: { shown: MeasureAnswer }) {
  const [all, setAll] = useState(false);
  const apart = useApart();
  const counted = shown.teams?.counted ?? [];
  const { measure: id, every, from, to } = shown;
  const drawn = [...counted]
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, all ? counted.length : FEW);
  const answers = useQueries({
    queries: drawn.map(({ slug }) => asking(measure, { id, unit: slug, every, from, to })),
  });
  if (drawn.length === 0) return null;
  return (
    <Card title="Each team that shares it" className={styles.evidence}>
      <div className={charts.timeline}>
        {drawn.map(({ slug, name }, place) => {
          const answer = answers[place]?.data;
          if (!answer) return null;
          const told = apartText(apart.get(slug));
          const title = told === null ? name : `${name} (${told})`;
          const stave = staveOf({ id: slug, title, question: answer.sentence }, answer);
          return (
            <StaveRow
              key={slug}
              stave={stave}
              slug={slug}
              from={answer.from}
              to={answer.to}
              every={every}
              timeZone={answer.timeZone}
              height={72}
            />
          );
        })}
      </div>
      {!all && counted.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {counted.length}
        </button>
      )}
    </Card>
  );
}

/** "Made of 3 of 5 teams", and what that means. */
export function MadeOf({ shown: { teams } }: { shown: MeasureAnswer }) {
  if (teams === null || teams.of === 0) return null;
  const { counted, of } = teams;
  return (
    <p className="soft small">
      {counted.length === of
        ? `Made of ${of === 1 ? "the one team" : `all ${of} teams`} here.`
        : `Made of ${counted.length} of ${manyText(of, { one: "team", many: "teams" })} here: those that share it.`}
    </p>
  );
}
