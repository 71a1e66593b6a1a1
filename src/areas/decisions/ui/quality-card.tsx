import { Slider } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { judgeDecision } from "../coming-back/contract.ts";
import type { Decision } from "../contract.ts";

/** The six elements of decision quality (Spetzler, Winter and Meyer), as questions. */
const elements = [
  ["frame", "Did we decide the right thing?"],
  ["alternatives", "Did we look at real alternatives?"],
  ["information", "Did we know what we could have known?"],
  ["tradeOffs", "Did we say what matters more to us than what?"],
  ["reasoning", "Does the conclusion follow?"],
  ["commitment", "Will we do it?"],
] as const;
type Element = (typeof elements)[number][0];

/** How well it was decided, apart from how it turns out: one question, six for those who want them. */
export function QualityCard({ it }: { it: Decision }) {
  const { quality } = it;
  if (quality === null && !it.can.judge) return null;
  return (
    <Card title="How well did we decide?">
      {quality === null ? (
        <p className="soft small">
          Say it now, before anybody knows how it turns out: a good decision can turn out badly. Only those
          whose decision it is see it.
        </p>
      ) : (
        <>
          <p>{quality.how} of 100</p>
          <Elements quality={quality} />
          <p className="soft small">
            <span dir="auto">{quality.by?.name ?? "somebody who is gone"}</span>, {dayText(quality.on)}
          </p>
        </>
      )}
      {it.can.judge && (
        <Opens word={quality === null ? "Say it" : "Say it anew"}>
          {(close) => <Judging it={it} onDone={close} />}
        </Opens>
      )}
    </Card>
  );
}

function Elements({ quality }: { quality: NonNullable<Decision["quality"]> }) {
  const said = elements.filter(([element]) => quality[element] !== null);
  if (said.length === 0) return null;
  const weakest = said.toSorted(([one], [other]) => (quality[one] ?? 0) - (quality[other] ?? 0))[0];
  return (
    <details className="small">
      <summary className="soft">the weakest: {weakest?.[1]}</summary>
      {said.map(([element, word]) => (
        <p key={element}>
          {word} {quality[element]}
        </p>
      ))}
    </details>
  );
}

function Judging({ it, onDone }: { it: Decision; onDone: () => void }) {
  const [how, setHow] = useState(it.quality?.how ?? 50);
  const [six, setSix] = useState<{ readonly [element in Element]?: number }>({});
  const judge = useAsk(judgeDecision, onDone);
  return (
    <AskForm
      onSubmit={() => judge.mutate({ id: it.id, how, ...six })}
      error={judge.error}
      fields={[]}
      busy={judge.isPending}
      word="Keep"
      small
    >
      <Mark label="All in all" value={how} onChange={setHow} />
      <details className="small">
        <summary className="soft">six questions</summary>
        {elements.map(([element, word]) => (
          <Mark
            key={element}
            label={word}
            value={six[element] ?? it.quality?.[element] ?? 50}
            onChange={(value) => setSix({ ...six, [element]: value })}
          />
        ))}
      </details>
    </AskForm>
  );
}

const Mark = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) => (
  <div style={{ paddingBlock: 6 }}>
    <p className="small">
      {label} <span className="soft">{value}</span>
    </p>
    <Slider
      aria-label={label}
      thumbLabel={label}
      min={0}
      max={100}
      step={5}
      value={value}
      onChange={onChange}
      label={null}
    />
  </div>
);
