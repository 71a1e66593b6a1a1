import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { answerRound, type OwnAnswer, type RoundPage } from "../../../core/loops/pulse/contract.ts";
import { dayText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { AnswerField } from "./answer-field.tsx";
import styles from "./round.module.css";

const nothing = (question: string): OwnAnswer => ({
  ...{ question, option: null, words: null, teamReads: false, signed: false },
});

/** The questions of a round that is open; each can be skipped. They are sent together, so that none is counted half. */
export function AnswerForm({ page }: { page: RoundPage }) {
  const { round, questions, mine } = page;
  const [answers, setAnswers] = useState<readonly OwnAnswer[]>(() =>
    questions.map(({ id }) => mine.find((one) => one.question === id) ?? nothing(id)),
  );
  const [sent, setSent] = useState(false);
  const send = useAsk(answerRound, () => setSent(true));
  const put = (question: string, set: Partial<OwnAnswer>) => {
    setSent(false);
    setAnswers(answers.map((one) => (one.question === question ? { ...one, ...set } : one)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ id: round.id, answers: [...answers] });
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={styles.questions}>
        {questions.map((question, at) => (
          <AnswerField
            key={question.id}
            question={question}
            answer={answers[at] ?? nothing(question.id)}
            onChange={(set) => put(question.id, set)}
          />
        ))}
      </div>
      <div className={styles.send}>
        <Button type="submit" loading={send.isPending}>
          {mine.length > 0 ? "Change what I answered" : "Answer"}
        </Button>
        <p className="soft small" role="status">
          {sent
            ? `Thank you. You can change it until ${dayText(round.until)}, or until all have answered.`
            : "Skip what you like."}
        </p>
      </div>
      <Trouble error={send.error} />
    </form>
  );
}
