import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { PageTitle } from "../../../web/parts/page-title.tsx";
import { Sure } from "../../../web/parts/sure.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { Whose } from "../../../web/parts/whose.tsx";
import { type Decision, oneDecision, removeDecision } from "../contract.ts";
import type { Sort } from "../values.ts";
import { AdviceCard } from "./advice-card.tsx";
import { ComingBack } from "./coming-back.tsx";
import styles from "./decisions.module.css";
import { Expectations } from "./expectations.tsx";
import { Facts } from "./facts.tsx";
import { FileCard } from "./file-card.tsx";
import { History } from "./history.tsx";
import { Links } from "./links.tsx";
import { QualityCard } from "./quality-card.tsx";
import { Record } from "./record.tsx";
import { RoundsCard } from "./rounds-card.tsx";
import { StatusButtons } from "./status-buttons.tsx";
import { TouchedCard } from "./touched-card.tsx";
import { WhoReads } from "./who-reads.tsx";

export const sorts: { readonly [sort in Sort]: string } = {
  decision: "Decision",
  principle: "Principle",
  guardrail: "Guardrail",
};

/** One decision: how it stands, why, what was expected, whose advice was asked, and what came of it. */
export function DecisionPage() {
  const { id } = useParams({ from: "/decisions/$id" });
  const it = useSuspenseQuery(asking(oneDecision, { id })).data;
  return (
    <>
      <PageTitle of={<Whose unit={it.unit} here={sorts[it.sort]} />} sentence>
        {it.title}
      </PageTitle>
      <p className={styles.stand}>{unbroken(beginningLarge(it.says))}.</p>
      {it.shaken && (
        <p className={styles.shaken} role="note">
          {unbroken(it.shaken)}. Does the decision still hold?
        </p>
      )}
      <div className={styles.actions}>
        <span className="soft small" dir="auto">
          {it.seenBy}
        </span>
        {it.can.change && it.unit && <WhoReads it={it} />}
      </div>
      {it.can.change && <StatusButtons key={it.status} it={it} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          {it.can.change && it.back && <ComingBack key={it.outcomes.length} it={it} />}
          <Record it={it} />
          <Expectations it={it} />
          <AdviceCard it={it} />
          <RoundsCard id={it.id} />
          <Links it={it} />
        </div>
        <div className={styles.side}>
          <Facts it={it} />
          {it.readings.length > 0 && <Readings it={it} />}
          <TouchedCard it={it} />
          <FileCard it={it} />
          {it.can.change && it.sort === "decision" && <QualityCard it={it} />}
          <Outcomes it={it} />
          {it.can.change && !it.back && it.status === "accepted" && (
            <ComingBack key={it.outcomes.length} it={it} early />
          )}
          {it.can.change && <History id={it.id} />}
          {it.can.remove && <Remove it={it} />}
        </div>
      </div>
    </>
  );
}

const beginningLarge = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What was looked at on the day of the decision, as it was then. */
const Readings = ({ it }: { it: Decision }) => (
  <Card title="What was looked at that day">
    <ul className={styles.list}>
      {it.readings.map(({ measure, title, sentence }) => (
        <li key={measure}>
          <p className="soft small">{title}</p>
          <p>{unbroken(sentence)}</p>
        </li>
      ))}
    </ul>
  </Card>
);

const turned = {
  well: "It turned out well",
  mixed: "It turned out mixed",
  badly: "It turned out badly",
  unclear: "How it turned out is not clear",
} as const;
const nexts = { stands: "it stands", changed: "it was changed", reversed: "it was taken back" } as const;

function Outcomes({ it }: { it: Decision }) {
  if (it.outcomes.length === 0) return null;
  return (
    <Card title="What came of it">
      <ul className={styles.list}>
        {it.outcomes.map(({ id, turnedOut, next, words, by, on, reviewBy }) => (
          <li key={id}>
            <p>
              {turned[turnedOut]}; {nexts[next]}.
            </p>
            {words !== "" && (
              <p className={styles.quote} dir="auto">
                {words}
              </p>
            )}
            <p className="soft small">
              <span dir="auto">{by?.name ?? "somebody who is gone"}</span>, {dayText(on)}
              {reviewBy && ` · again on ${dayText(reviewBy)}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Remove({ it }: { it: Decision }) {
  const navigate = useNavigate();
  const remove = useAsk(removeDecision, () =>
    it.unit
      ? navigate({ to: "/units/$slug/decisions", params: { slug: it.unit.slug }, search: {} })
      : navigate({ to: "/decisions", search: {} }),
  );
  return (
    <p>
      <Sure
        word="Throw it away"
        means="It is gone with all that was written in it."
        busy={remove.isPending}
        error={remove.error}
        onSure={() => remove.mutate({ id: it.id })}
      />
    </p>
  );
}
