import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../../web/client.ts";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { dayText } from "../../../../web/parts/dates.ts";
import { saveFile } from "../../../../web/parts/save-file.ts";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { type Meeting, type MeetingItem, minutesOf, remark } from "../../forums/meetings/contract.ts";
import { outcomeWords } from "../../forums/words.ts";
import styles from "./forums.module.css";
import { Opinions } from "./opinions.tsx";
import { Proposals } from "./proposals.tsx";
import { Questions } from "./questions.tsx";
import { RoundLines } from "./round-lines.tsx";
import { SaidLine } from "./said-line.tsx";

/** What a meeting came to, written by nobody: it is what was said and decided. */
export function Minutes({ meeting }: { meeting: Meeting }) {
  const { items, present, remarks, began, forum } = meeting;
  const file = useMutation({
    mutationFn: () => ask(minutesOf, { id: meeting.id }),
    onSuccess: ({ markdown }) =>
      saveFile(`${forum.name} ${began.slice(0, 10)}.md`, markdown, "text/markdown"),
  });
  const decided = items.flatMap(({ outcome, proposals }) =>
    outcome === "accepted" ? proposals.filter(({ chosen }) => chosen) : [],
  );
  return (
    <div className={styles.stack}>
      <p className="small" dir="auto">
        There:{" "}
        {present.map(({ name, left }) => (left ? `${name} (left early)` : name)).join(", ") ||
          "nobody said so"}
      </p>
      {decided.length > 0 && (
        <section>
          <h2>Decided</h2>
          <ul>
            {decided.map(({ id, title, reviewBy }) => (
              <li key={id}>
                <Link to="/decisions/$id" params={{ id }} dir="auto">
                  {title}
                </Link>
                {reviewBy && <span className="soft small"> · comes back on {dayText(reviewBy)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
      <section className={styles.part}>
        {remarks.length > 0 && <h2>Remarks</h2>}
        <ul className={styles.said}>
          {remarks.map((one) => (
            <li key={one.id}>
              <SaidLine {...one} />
            </li>
          ))}
        </ul>
        <RemarkForm id={meeting.id} />
      </section>
      <div>
        <Button size="xs" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          Save as Markdown
        </Button>
        <Trouble error={file.error} />
      </div>
    </div>
  );
}

function Item({ item }: { item: MeetingItem }) {
  const { title, outcome, words, questions, opinions, rounds, proposals } = item;
  return (
    <section className={styles.item}>
      <h2 dir="auto">{title}</h2>
      <p className="soft small" dir="auto">
        {outcome === null ? "still open: on the next agenda" : outcomeWords[outcome]}
      </p>
      {words !== "" && (
        <p className={styles.words} dir="auto">
          {words}
        </p>
      )}
      {proposals.length > 0 && <Proposals item={{ ...item, phase: "done" }} />}
      {rounds.map((round) => (
        <section key={round.id} className={styles.part}>
          <h3>{rounds.length > 1 ? `Round ${round.n}` : "Consent"}</h3>
          <RoundLines round={round} />
        </section>
      ))}
      {questions.length > 0 && <Questions item={{ ...item, phase: "done" }} />}
      {opinions.length > 0 && <Opinions item={{ ...item, phase: "done" }} />}
    </section>
  );
}

function RemarkForm({ id }: { id: string }) {
  const [words, setWords] = useState("");
  const send = useAsk(remark, () => setWords(""));
  return (
    <AskForm
      onSubmit={() => send.mutate({ id, words })}
      error={send.error}
      fields={["/words"]}
      busy={send.isPending}
      word="Add it"
      small
      disabled={words.trim() === ""}
    >
      <Textarea
        label="A remark. All else stays as it is"
        rows={2}
        dir="auto"
        value={words}
        error={troubleAt("/words", send.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}
