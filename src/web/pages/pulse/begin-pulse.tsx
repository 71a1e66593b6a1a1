import { Textarea } from "@mantine/core";
import { useState } from "react";
import { beginPulse, type ReadyPulse } from "../../../core/loops/pulse/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Chips } from "../../parts/chips.tsx";
import form from "../../parts/form.module.css";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import loops from "../loops/loops.module.css";
import { type Rhythm, rhythms, ruleOf, type Weekday, weekdayOf, weekdays } from "../loops/starter-choices.ts";
import { ByItself } from "./by-itself.tsx";
import { fieldsAt } from "./change-pulse.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { emptyQuestion, questionIn, type Written, writtenOf } from "./written-questions.ts";

interface BeginPulseProps {
  readonly slug: string;
  readonly ready: readonly ReadyPulse[];
}

/** In whose area the loop of a pulse stands: what is really going on here, in people's own words. */
export const AREA = "sensemaking";

/** Something that is ready, to take as it is or to change; and when it is looked at. */
export function BeginPulse({ slug, ready }: BeginPulseProps) {
  const [taken, setTaken] = useState<string | null>(null);
  const [question, setQuestion] = useState("");
  const [all, setAll] = useState<readonly Written[]>([emptyQuestion(0)]);
  const [rhythm, setRhythm] = useState<Rhythm>("month");
  const [day, setDay] = useState<Weekday>(() => weekdayOf(new Date().getDay()));
  const [ahead, setAhead] = useState<number | null>(null);
  const begin = useAsk(beginPulse);
  const take = (one: ReadyPulse) => {
    setTaken(one.title);
    setQuestion(one.question);
    setAll(one.questions.map(writtenOf));
  };
  const submit = () =>
    begin.mutate({
      ...{ slug, area: AREA, question, rule: ruleOf(rhythm, day), ahead, questions: all.map(questionIn) },
    });
  return (
    <AskForm
      onSubmit={submit}
      error={begin.error}
      fields={["/question", ...all.flatMap((_, at) => fieldsAt(at))]}
      busy={begin.isPending}
      word="Begin"
      disabled={question.trim() === ""}
      after={
        <p className="soft small">
          Nothing is asked before a round opens. Only those who belong here see any of it.
        </p>
      }
    >
      <ul className={loops.starters} aria-label="Ready to begin with">
        {ready.map((one) => (
          <li key={one.title}>
            <button
              type="button"
              aria-pressed={one.title === taken}
              className={loops.starter}
              onClick={() => take(one)}
            >
              <strong>{one.title}</strong>
              <span className="soft small">{one.goodFor}</span>
            </button>
          </li>
        ))}
      </ul>
      <Textarea
        label="What you look at it for, in your words"
        rows={2}
        value={question}
        error={troubleAt("/question", begin.error)}
        onChange={(event) => setQuestion(event.currentTarget.value.replaceAll("\n", " "))}
        dir="auto"
      />
      <QuestionFields all={all} onChange={setAll} error={begin.error} />
      <div>
        <p className={form.legend}>Looked at in the meeting that you have already</p>
        <Chips
          label="How often"
          options={rhythms}
          chosen={rhythm}
          onChoose={(value) => setRhythm(value ?? rhythm)}
        />
        <Chips
          label="On which day"
          options={weekdays}
          chosen={day}
          onChoose={(value) => setDay(value ?? day)}
        />
      </div>
      <ByItself ahead={ahead} onChange={setAhead} />
    </AskForm>
  );
}
