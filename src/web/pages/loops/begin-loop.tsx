import { NativeSelect, Textarea } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { addLoop, starters } from "../../../core/loops/contract.ts";
import { measures } from "../../../core/measures/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import { Chips } from "../../parts/chips.tsx";
import form from "../../parts/form.module.css";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./loops.module.css";
import {
  everyOf,
  type Rhythm,
  rhythms,
  ruleOf,
  type Starter,
  type StarterArea,
  type Weekday,
  weekdayOf,
  weekdays,
} from "./starter-choices.ts";

interface BeginLoopProps {
  /** Whose it shall be; `null` is one's own. */
  readonly slug: string | null;
  /** The area with whose questions it opens. */
  readonly area: string | undefined;
}

/** One question, what to look at, and the day of the meeting there is already. */
export function BeginLoop({ slug, area: first }: BeginLoopProps) {
  const { areas } = useSuspenseQuery(asking(starters, {})).data;
  const fitting = areas.filter(({ starters: some }) => some.some((one) => fits(one, slug)));
  const [area, setArea] = useState(
    () => fitting.find((one) => one.area === first)?.area ?? usualArea(fitting, slug),
  );
  const chosen = fitting.find((one) => one.area === area) ?? fitting[0];
  const [question, setQuestion] = useState("");
  const [looks, setLooks] = useState<string>("");
  const [rhythm, setRhythm] = useState<Rhythm>("week");
  const [day, setDay] = useState<Weekday>(() => weekdayOf(new Date().getDay()));
  const navigate = useNavigate();
  const begin = useAsk(addLoop, ({ id }) => navigate({ to: "/loops/$id", params: { id } }));
  const take = (starter: Starter) => {
    setQuestion(starter.question);
    setLooks(starter.measures[0] ?? "");
  };
  const submit = () =>
    begin.mutate({
      ...(slug === null ? {} : { unit: slug }),
      ...{ area, question, measures: looks === "" ? [] : [looks] },
      ...{ rule: ruleOf(rhythm, day), every: everyOf(rhythm) },
    });
  return (
    <AskForm
      onSubmit={submit}
      error={begin.error}
      fields={["/question"]}
      busy={begin.isPending}
      word="Begin"
      disabled={question.trim() === ""}
      after={<p className="soft small">{seenBy(slug)}</p>}
    >
      <div>
        <p className={form.legend}>About</p>
        <Chips
          label="About"
          options={fitting.map((one) => ({ value: one.area, word: one.title }))}
          chosen={area}
          onChoose={(value) => setArea(value ?? area)}
        />
      </div>
      <Starters
        some={chosen?.starters.filter((one) => fits(one, slug)) ?? []}
        chosen={question}
        onTake={take}
      />
      <Textarea
        label="The question, in your words"
        rows={2}
        value={question}
        error={troubleAt("/question", begin.error)}
        onChange={(event) => setQuestion(event.currentTarget.value.replaceAll("\n", " "))}
        dir="auto"
      />
      {slug !== null && <WhatToLookAt chosen={looks} onChoose={setLooks} />}
      <When {...{ rhythm, setRhythm, day, setDay }} />
    </AskForm>
  );
}

interface StartersProps {
  readonly some: readonly Starter[];
  /** The question that is written by now. */
  readonly chosen: string;
  readonly onTake: (starter: Starter) => void;
}

const Starters = ({ some, chosen, onTake }: StartersProps) => (
  <ul className={styles.starters} aria-label="Questions to begin with">
    {some.map((one) => (
      <li key={one.question}>
        <button
          type="button"
          aria-pressed={one.question === chosen}
          className={styles.starter}
          onClick={() => onTake(one)}
        >
          <strong>{one.question}</strong>
          <span className="soft small">{one.goodFor}</span>
        </button>
      </li>
    ))}
  </ul>
);

interface WhenProps {
  readonly rhythm: Rhythm;
  readonly setRhythm: (rhythm: Rhythm) => void;
  readonly day: Weekday;
  readonly setDay: (day: Weekday) => void;
}

const When = ({ rhythm, setRhythm, day, setDay }: WhenProps) => (
  <div>
    <p className={form.legend}>In the meeting that you have already</p>
    <Chips
      label="How often"
      options={rhythms}
      chosen={rhythm}
      onChoose={(value) => setRhythm(value ?? rhythm)}
    />
    <Chips label="On which day" options={weekdays} chosen={day} onChoose={(value) => setDay(value ?? day)} />
  </div>
);

/** Growth is a person's, the rest a team's. */
const fits = ({ own }: Starter, slug: string | null): boolean => own === (slug === null);

/** Where there is something to look at already, or else the first. */
function usualArea(areas: readonly StarterArea[], slug: string | null): string {
  const measured = areas.find(({ starters: some }) => some.some((one) => one.measures.length > 0));
  return (slug === null ? areas[0] : (measured ?? areas[0]))?.area ?? "";
}

const seenBy = (slug: string | null): string =>
  slug === null
    ? "Only you see this."
    : "Only those who belong here see this. You can open it to others later, and take it back.";

function WhatToLookAt({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const { measures: all } = useSuspenseQuery(asking(measures, {})).data;
  return (
    <NativeSelect
      label="What to look at"
      value={chosen}
      data={[
        { value: "", label: "Nothing measured: we answer in words" },
        ...all.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
