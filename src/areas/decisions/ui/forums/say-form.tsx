import { Textarea } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { say } from "../../forums/meetings/contract.ts";

interface SayFormProps {
  readonly id: string;
  readonly kind: "question" | "answer" | "opinion";
  /** Of an answer: the question. */
  readonly about?: string;
  readonly label: string;
  readonly description?: string;
  readonly word: string;
  readonly onDone?: () => void;
}

/** A few words, as a question, an answer or a view. */
export function SayForm({ id, kind, about, label, description, word, onDone }: SayFormProps) {
  const [words, setWords] = useState("");
  const send = useAsk(say, () => {
    setWords("");
    onDone?.();
  });
  return (
    <AskForm
      onSubmit={() => send.mutate({ id, kind, words, ...(about === undefined ? {} : { about }) })}
      error={send.error}
      fields={["/words"]}
      busy={send.isPending}
      word={word}
      small
      disabled={words.trim() === ""}
    >
      <Textarea
        label={label}
        description={description}
        rows={2}
        autosize={false}
        dir="auto"
        value={words}
        error={troubleAt("/words", send.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}
