import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { QuestionKind } from "../../../core/loops/pulse/contract.ts";
import { troubleAt } from "../../parts/trouble.tsx";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./pulse.module.css";
import { canAdd, emptyQuestion, type Written } from "./written-questions.ts";

const kinds: readonly { value: QuestionKind; label: string }[] = [
  { value: "scale", label: "a scale from 1 to 5" },
  { value: "choice", label: "one of a few answers" },
  { value: "words", label: "in words" },
];

interface QuestionFieldsProps {
  readonly all: readonly Written[];
  readonly onChange: (all: readonly Written[]) => void;
  readonly error: unknown;
  /** Where none can be answered in words. */
  readonly withoutWords?: boolean;
}

/** One to five questions, in their order. Other words for one that is asked already make it another question. */
export function QuestionFields({ all, onChange, error, withoutWords = false }: QuestionFieldsProps) {
  const some = withoutWords ? kinds.filter(({ value }) => value !== "words") : kinds;
  const put = (key: number, set: Partial<Written>) =>
    onChange(all.map((one) => (one.key === key ? changed(one, set) : one)));
  const add = () => onChange([...all, emptyQuestion(Math.max(0, ...all.map(({ key }) => key)) + 1)]);
  return (
    <>
      {all.map((one, at) => (
        <fieldset key={one.key} className={styles.fields}>
          <legend>Question {at + 1}</legend>
          <OneQuestion kinds={some} one={one} at={at} error={error} onChange={(set) => put(one.key, set)} />
          {all.length > 1 && (
            <div>
              <WordButton
                word="Leave it out"
                of={`question ${at + 1}`}
                busy={false}
                onClick={() => onChange(all.filter(({ key }) => key !== one.key))}
              />
            </div>
          )}
        </fieldset>
      ))}
      {canAdd(all) && (
        <div>
          <Button variant="default" size="xs" onClick={add}>
            Another question
          </Button>
        </div>
      )}
    </>
  );
}

/** Whoever changes anything of a question writes a new one. */
function changed({ id: _, ...one }: Written, set: Partial<Written>): Written {
  return { ...one, ...set };
}

interface OneQuestionProps {
  readonly kinds: readonly { readonly value: QuestionKind; readonly label: string }[];
  readonly one: Written;
  readonly at: number;
  readonly error: unknown;
  readonly onChange: (set: Partial<Written>) => void;
}

function OneQuestion({
  kinds: some,
  one: { kind, text, ends, choices },
  at,
  error,
  onChange,
}: OneQuestionProps) {
  const wrong = (field: string) => troubleAt(`/questions/${at}/${field}`, error);
  return (
    <>
      <TextInput
        label="The question, or a sentence to agree with"
        value={text}
        dir="auto"
        error={wrong("text")}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <NativeSelect
        label="It is answered"
        value={kind}
        data={[...some]}
        onChange={(event) => onChange({ kind: event.currentTarget.value as QuestionKind })}
      />
      {kind === "scale" && (
        <div className={styles.ends}>
          <TextInput
            label="1 means"
            value={ends[0]}
            dir="auto"
            error={wrong("options/0")}
            onChange={(event) => onChange({ ends: [event.currentTarget.value, ends[1]] })}
          />
          <TextInput
            label="5 means"
            value={ends[1]}
            dir="auto"
            error={wrong("options/1")}
            onChange={(event) => onChange({ ends: [ends[0], event.currentTarget.value] })}
          />
        </div>
      )}
      {kind === "choice" && (
        <Textarea
          label="The answers, one a line"
          description="Two to seven."
          rows={4}
          value={choices}
          dir="auto"
          error={wrong("options")}
          onChange={(event) => onChange({ choices: event.currentTarget.value })}
        />
      )}
    </>
  );
}
