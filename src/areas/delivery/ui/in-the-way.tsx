import { Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import lists from "../../../web/parts/lists.module.css";
import { Opens } from "../../../web/parts/opens.tsx";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { endImpediment, type Impediment } from "../contract.ts";

/** One thing that is in the way: since when, what was begun because of it, and what can be done. */
export function InTheWay({ slug, one: { id, text, age, by, begun } }: { slug: string; one: Impediment }) {
  return (
    <>
      <div className={lists.what}>
        <span dir="auto">{text}</span>
        <p>
          {unbroken(age)}
          {by && (
            <>
              {" · "}
              <bdi>{by.name}</bdi>
            </>
          )}
          {begun.map((thing) => (
            <Begun key={thing.id} thing={thing} />
          ))}
        </p>
      </div>
      <Link
        to="/units/$slug/asks"
        params={{ slug }}
        search={{ title: text, impediment: id }}
        className="small"
      >
        Ask for help<span className="hidden"> with {text}</span>
      </Link>
      <Link
        to={newExperiment(slug)}
        search={{ title: text, from: "impediment", impediment: id }}
        className="small"
      >
        Try something<span className="hidden"> about {text}</span>
      </Link>
      <Opens word="It is gone" of={text}>
        {(close) => <EndForm id={id} onDone={close} />}
      </Opens>
    </>
  );
}

const newExperiment = (slug: string): string => `/units/${slug}/experiments/new`;

const begunWords = { ask: "asked for help", experiment: "tried something" } as const;

const Begun = ({ thing: { kind, href, day } }: { thing: Impediment["begun"][number] }) => (
  <>
    {" · "}
    <Link to={href}>
      {begunWords[kind]} {unbroken(dayText(day))}
    </Link>
  </>
);

function EndForm({ id, onDone }: { id: string; onDone: () => void }) {
  const [words, setWords] = useState("");
  const end = useAsk(endImpediment, onDone);
  return (
    <AskForm
      onSubmit={() => end.mutate({ id, words })}
      error={end.error}
      fields={["/words"]}
      busy={end.isPending}
      word="It is gone"
      small
    >
      <Textarea
        label="What moved it? If you like"
        autosize={false}
        rows={2}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={troubleAt("/words", end.error)}
      />
    </AskForm>
  );
}
