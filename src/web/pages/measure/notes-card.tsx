import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { addNote, type Note, notes, removeNote, shareNote } from "../../../core/notes/contract.ts";
import { unit } from "../../../core/org/contract.ts";
import { me } from "../../../core/people/contract.ts";
import { ask, asking, every, queries } from "../../client.ts";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useOnce } from "../../parts/use-ask.ts";
import { type Choice, choiceOf, choicesOf } from "./note-choices.ts";
import styles from "./notes.module.css";

interface NotesCardProps {
  readonly shown: MeasureAnswer;
  /** The first day of the period that is picked. */
  readonly picked: string | undefined;
}

/** The notes of the days that are shown. */
export const useNotes = ({ unit: slug, measure, from, to }: MeasureAnswer) =>
  useQuery(asking(notes, { slug, measure, from, to }));

/** What people wrote beside the chart, and the way to add a word: one's own, until one says who else sees it. */
export function NotesCard({ shown, picked }: NotesCardProps) {
  const { data } = useNotes(shown);
  const people = useQuery(asking(unit, { slug: shown.unit })).data;
  const myself = useQuery(asking(me, {})).data?.person.id;
  const [writing, setWriting] = useState(false);
  if (!data || (data.notes.length === 0 && !data.can.add)) return null;
  const choices = choicesOf({
    audiences: data.audiences,
    unit: people?.name ?? "",
    me: myself,
    people: people?.people.map(({ person }) => person) ?? [],
  });
  return (
    <Card title="Notes" className={styles.notes}>
      {data.notes.length > 0 && (
        <ul>
          {data.notes.map((note) => (
            <li key={note.id}>
              <OneNote note={note} choices={choices} />
            </li>
          ))}
        </ul>
      )}
      {data.can.add &&
        (writing ? (
          <NoteForm
            shown={shown}
            day={picked ?? shown.points.at(-1)?.start ?? shown.to}
            choices={choices}
            onDone={() => setWriting(false)}
          />
        ) : (
          <Button variant="default" size="xs" onClick={() => setWriting(true)}>
            Add a note
          </Button>
        ))}
    </Card>
  );
}

const asked = () => queries.invalidateQueries(every(notes));

function OneNote({ note, choices }: { note: Note; choices: readonly Choice[] }) {
  const share = useMutation({
    mutationFn: (choice: Choice) => ask(shareNote, { id: note.id, ...choice.seen }),
    onSuccess: asked,
  });
  const remove = useMutation({ mutationFn: () => ask(removeNote, { id: note.id }), onSuccess: asked });
  return (
    <>
      <p dir="auto" className={styles.text}>
        {note.text}
      </p>
      <p className="soft small">
        {dayText(note.day)} · <span dir="auto">{note.author?.name ?? "somebody who is gone"}</span> · seen by{" "}
        <span dir="auto">{note.seenBy}</span>
      </p>
      {note.can.share && (
        <div className={styles.own}>
          <NativeSelect
            size="xs"
            aria-label="Who sees this note"
            value=""
            data={[{ value: "", label: "Change who sees it" }, ...choices]}
            onChange={(event) => {
              const choice = choiceOf(choices, event.currentTarget.value);
              if (choice) share.mutate(choice);
            }}
          />
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => remove.mutate()}>
            Remove
          </Button>
        </div>
      )}
      <Trouble error={share.error ?? remove.error} />
    </>
  );
}

interface NoteFormProps {
  readonly shown: MeasureAnswer;
  readonly day: string;
  readonly choices: readonly Choice[];
  readonly onDone: () => void;
}

function NoteForm({ shown: { unit: slug, measure }, day: first, choices, onDone }: NoteFormProps) {
  const [text, setText] = useState("");
  const [day, setDay] = useState(first);
  const [value, setValue] = useState(choices[0]?.value ?? "");
  const once = useOnce(addNote);
  const add = useMutation({
    mutationFn: () =>
      once({
        slug,
        measure,
        day,
        text,
        ...(choiceOf(choices, value)?.seen ?? { visibility: "private" }),
      }),
    onSuccess: async () => {
      await asked();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Textarea
        label="What happened, in your own words"
        autosize={false}
        rows={3}
        value={text}
        error={troubleAt("/text", add.error)}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.fields}>
        <TextInput
          type="date"
          label="Day"
          value={day}
          error={troubleAt("/day", add.error)}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NativeSelect
          label="Who sees it"
          data={[...choices]}
          value={value}
          error={troubleAt("/with", add.error)}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      </div>
      <Trouble error={add.error} except={["/text", "/day", "/with"]} />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" loading={add.isPending}>
          Keep it
        </Button>
        <Button variant="subtle" color="gray" size="xs" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
