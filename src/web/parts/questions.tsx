import { Link } from "@tanstack/react-router";
import type { timeline } from "../../core/timeline/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import styles from "./quiet.module.css";

/** The areas not yet used, as questions that a team could ask. */
export function Questions({
  slug,
  questions,
}: { slug: string } & Pick<AnswerOf<typeof timeline>, "questions">) {
  if (questions.length === 0) return null;
  return (
    <section className={styles.questions}>
      <h2>Questions that a team could ask later</h2>
      <ul>
        {questions.map(({ area, title, question, own }) => (
          <li key={area}>
            <span className="soft">{title}</span>{" "}
            {own ? (
              <Link to="/loops/new">{question}</Link>
            ) : (
              <Link to="/units/$slug/loops/new" params={{ slug }} search={{ area }}>
                {question}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
