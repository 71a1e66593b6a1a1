import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { rightness } from "../../../core/loops/mine/contract.ts";
import { CalibrationPlot } from "../../../web/charts/calibration-plot.tsx";
import { asking } from "../../../web/client.ts";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { RightnessWords } from "../../../web/parts/rightness-words.tsx";
import { learnt } from "../coming-back/contract.ts";
import type { Learnt } from "../learnt.ts";
import styles from "./decisions.module.css";
import { ShownFigures } from "./shown-figures.tsx";

/** What a team's decisions teach, or one's own. */
export function LearntFrom({ slug }: { slug: string | null }) {
  const own = slug === null;
  const data = useSuspenseQuery(asking(learnt, slug === null ? {} : { unit: slug })).data;
  return (
    <div className={styles.page}>
      <p className="soft small">
        {own
          ? "Only you see this."
          : "Only those who belong here see this, but for the figures that you show yourselves."}
      </p>
      <div className={styles.lists}>
        <Card title={own ? "How often was I right?" : "How often were we right?"}>
          <RightnessWords right={data.rightness} />
          <CalibrationPlot points={data.calibration} of={data.rightness.of} />
        </Card>
        {slug !== null && <Guessed slug={slug} />}
        {!own && data.mine.of > 0 && (
          <Card title="And you alone?">
            <RightnessWords right={data.mine} />
            <p className="soft small">Only you see this.</p>
          </Card>
        )}
        <Table table={data.table} />
        <Card title={own ? "How I decide" : "How we decide"}>
          {data.says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Levels levels={data.levels} />
        </Card>
        <Slowest decided={data.decided} />
        {slug !== null && <ShownFigures slug={slug} />}
      </div>
    </div>
  );
}

/** What was guessed of readings and expected of experiments, beside decisions. */
function Guessed({ slug }: { slug: string }) {
  const { guesses, experiments, calibration } = useSuspenseQuery(asking(rightness, { unit: slug })).data;
  if (guesses.of + experiments.of === 0) return null;
  return (
    <Card title="And in check-ins and experiments?">
      {guesses.of > 0 && <RightnessWords right={guesses} />}
      {experiments.of > 0 && <RightnessWords right={experiments} />}
      {calibration && <CalibrationPlot points={calibration.points} of={calibration.all.n} />}
    </Card>
  );
}

/** How well it was decided against how it turned out: luck stands apart from care. */
function Table({ table: { goodWell, goodBadly, poorWell, poorBadly } }: { table: Learnt["table"] }) {
  if (goodWell + goodBadly + poorWell + poorBadly === 0) return null;
  return (
    <Card title="Care and luck">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">turned out well</th>
            <th scope="col">turned out badly</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">well decided</th>
            <td>{goodWell}: deserved</td>
            <td>{goodBadly}: bad luck</td>
          </tr>
          <tr>
            <th scope="row">poorly decided</th>
            <td>{poorWell}: good luck</td>
            <td>{poorBadly}: deserved</td>
          </tr>
        </tbody>
      </table>
      <p className="soft small">
        “Well decided” is 50 of 100 or more, said before it was known how it turned out. Mixed and unclear
        ones are in neither.
      </p>
    </Card>
  );
}

function Levels({ levels: { alone, advice, together, unknown } }: { levels: Learnt["levels"] }) {
  const known = alone + advice + together;
  if (known === 0) return null;
  return (
    <p>
      Of {known} decisions of which it is known, {alone} {alone === 1 ? "was" : "were"} taken by one alone,{" "}
      {advice} by one after advice, and {together} by all together
      {unknown > 0 && `; of ${unknown} it is not known`}.
    </p>
  );
}

/** As many as one looks over. */
const MOST = 5;

function Slowest({ decided }: { decided: Learnt["decided"] }) {
  const slow = decided
    .filter(({ days }) => (days ?? 0) > 0)
    .toSorted((one, other) => (other.days ?? 0) - (one.days ?? 0))
    .slice(0, MOST);
  if (slow.length === 0) return null;
  return (
    <Card title="What took longest">
      <ul className={styles.list}>
        {slow.map(({ id, title, on, days }) => (
          <li key={id}>
            <Link to="/decisions/$id" params={{ id }} dir="auto">
              {title}
            </Link>{" "}
            <span className="soft small">
              {days} day{days === 1 ? "" : "s"}, decided on {dayText(on)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
