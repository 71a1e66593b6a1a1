import { Opens } from "../../../../web/parts/opens.tsx";
import type { MeetingItem } from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";
import { SaidLine } from "./said-line.tsx";
import { SayForm } from "./say-form.tsx";

/** Questions and answers, which have their place at any time; to begin with they are all that has. */
export function Questions({ item: { id, phase, questions } }: { item: MeetingItem }) {
  const open = phase !== "waiting" && phase !== "done";
  return (
    <section className={styles.part}>
      <h3>Questions</h3>
      {questions.length > 0 && (
        <ul className={styles.said}>
          {questions.map((one) => (
            <li key={one.id}>
              <SaidLine {...one} />
              {one.answers.length > 0 && (
                <ul className={styles.said}>
                  {one.answers.map((answer) => (
                    <li key={answer.id}>
                      <SaidLine {...answer} />
                    </li>
                  ))}
                </ul>
              )}
              {open && (
                <Opens word="Answer" of={one.words}>
                  {(close) => (
                    <SayForm
                      {...{ id, kind: "answer", about: one.id, onDone: close }}
                      label="Your answer"
                      word="Answer it"
                    />
                  )}
                </Opens>
              )}
            </li>
          ))}
        </ul>
      )}
      {phase === "questions" ? (
        <SayForm
          {...{ id, kind: "question" }}
          label="What do you need to know?"
          description="Only what you would like to understand. What you think of it is asked next."
          word="Ask it"
        />
      ) : (
        open && (
          <Opens word="Ask something more">
            {(close) => (
              <SayForm
                {...{ id, kind: "question", onDone: close }}
                label="What do you need to know?"
                word="Ask it"
              />
            )}
          </Opens>
        )
      )}
    </section>
  );
}
