import { useState } from "react";
import { changePulse, type Pulse } from "../../../core/loops/pulse/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { ByItself } from "./by-itself.tsx";
import styles from "./pulse.module.css";
import { QuestionFields } from "./question-fields.tsx";
import { sentOf, type Written, writtenOf } from "./written-questions.ts";

/** What the next rounds ask, and whether they open by themselves. What was asked keeps its words, and what it came to. */
export function ChangePulse({ pulse: { id, questions, ahead } }: { pulse: Pulse }) {
  const [all, setAll] = useState<readonly Written[]>(() => questions.map(writtenOf));
  const change = useAsk(changePulse);
  const opens = useAsk(changePulse);
  return (
    <details>
      <summary className="soft small">What it asks, and when</summary>
      <div className={styles.form}>
        <AskForm
          onSubmit={() => change.mutate({ id, questions: all.map(sentOf) })}
          error={change.error}
          fields={all.flatMap((_, at) => fieldsAt(at))}
          busy={change.isPending}
          word="Ask this from the next round on"
          small
          after={
            <p className="soft small">
              A question keeps its words for ever, so that its series is of one question. Other words begin
              another one.
            </p>
          }
        >
          <ByItself ahead={ahead} onChange={(days) => opens.mutate({ id, ahead: days })} />
          <Trouble error={opens.error} />
          <QuestionFields all={all} onChange={setAll} error={change.error} />
        </AskForm>
      </div>
    </details>
  );
}

/** The fields of a question that say by themselves what is wrong with them. */
export const fieldsAt = (at: number): string[] =>
  ["text", "options", "options/0", "options/1"].map((field) => `/questions/${at}/${field}`);
