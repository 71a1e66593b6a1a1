import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { NewQuestion } from "../../../core/loops/pulse/contract.ts";
import { addOffer } from "../../../core/loops/pulse/offers/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { fieldsAt } from "./change-pulse.tsx";
import styles from "./pulse.module.css";
import { QuestionFields } from "./question-fields.tsx";
import { emptyQuestion, questionIn, type Written } from "./written-questions.ts";

type Offered = Exclude<NewQuestion, { kind: "words" }>;

/** Words never leave a team, so that none are asked for here. */
export function OfferForm({ slug }: { slug: string }) {
  const [question, setQuestion] = useState("");
  const [all, setAll] = useState<readonly Written[]>([emptyQuestion(0)]);
  const add = useAsk(addOffer);
  return (
    <details>
      <summary className="soft small">Offer questions to the teams here</summary>
      <div className={styles.form}>
        <AskForm
          onSubmit={() => add.mutate({ slug, question, questions: all.map(questionIn).filter(isOffered) })}
          error={add.error}
          fields={["/question", ...all.flatMap((_, at) => fieldsAt(at))]}
          busy={add.isPending}
          word="Offer it"
          small
          disabled={question.trim() === ""}
          after={
            <p className="soft small">
              Each team takes it up, or does not. Which team did is told to nobody.
            </p>
          }
        >
          <Textarea
            label="What it is good for, as a question"
            rows={2}
            value={question}
            error={troubleAt("/question", add.error)}
            onChange={(event) => setQuestion(event.currentTarget.value.replaceAll("\n", " "))}
            dir="auto"
          />
          <QuestionFields all={all} onChange={setAll} error={add.error} withoutWords />
        </AskForm>
      </div>
    </details>
  );
}

const isOffered = (one: NewQuestion): one is Offered => one.kind !== "words";
