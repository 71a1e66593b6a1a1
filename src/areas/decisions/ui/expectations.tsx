import { Button, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import {
  addExpectation,
  type Expectation,
  forecastExpectation,
  removeExpectation,
  resolveExpectation,
} from "../coming-back/contract.ts";
import type { Decision } from "../contract.ts";
import type { Came } from "../values.ts";
import styles from "./decisions.module.css";
import { ExpectFields, expected, nothingWritten, useMeasureUnits } from "./expect-fields.tsx";

/** What is expected, whether it came, and what one thinks privately. */
export function Expectations({ it }: { it: Decision }) {
  if (it.sort !== "decision" || (it.expects.length === 0 && !it.can.change)) return null;
  return (
    <Card title="What we expect">
      {it.expects.length === 0 ? (
        <p className="soft">
          Nothing yet. Something that can be told on a day, and how sure you are, shows later how good your
          judgement was.
        </p>
      ) : (
        <ul className={styles.list}>
          {it.expects.map((one) => (
            <li key={one.id}>
              <OneExpectation one={one} />
            </li>
          ))}
        </ul>
      )}
      {it.can.change && <Opens word="Expect something">{(close) => <Adding it={it} onDone={close} />}</Opens>}
    </Card>
  );
}

function OneExpectation({ one }: { one: Expectation }) {
  return (
    <>
      <p dir="auto">{one.statement}</p>
      <p className="soft small">
        {unbroken(one.says)}
        {one.toldBy && <> · {unbroken(one.toldBy.says)}</>}
        {one.base && one.came === null && <> · that day: {unbroken(one.base.sentence)}</>}
      </p>
      {one.words !== "" && (
        <p className={styles.quote} dir="auto">
          {one.words}
        </p>
      )}
      {one.resolved && (
        <p className="soft small">
          {one.resolved.by ? <span dir="auto">{one.resolved.by.name}</span> : "told by the measure"},{" "}
          {dayText(one.resolved.on)}
          {one.reading && <> · {unbroken(one.reading.sentence)}</>}
        </p>
      )}
      <div className={styles.actions}>
        {one.can.resolve && one.waits && <Telling one={one} />}
        {one.can.resolve && !one.waits && (
          <Opens word="It cannot be told any more" of={one.statement}>
            {() => <Void one={one} />}
          </Opens>
        )}
        {one.can.forecast && (
          <Opens word={one.mine === null ? "What do I think?" : `I think ${one.mine} %`} of={one.statement}>
            {(close) => <Mine one={one} onDone={close} />}
          </Opens>
        )}
        {one.can.remove && <Removing one={one} />}
      </div>
    </>
  );
}

function Telling({ one }: { one: Expectation }) {
  const [words, setWords] = useState("");
  const tell = useAsk(resolveExpectation);
  const button = (came: Came, word: string) => (
    <Button
      size="xs"
      variant={came === "yes" ? "filled" : "default"}
      loading={tell.isPending && tell.variables.came === came}
      onClick={() => tell.mutate({ id: one.id, came, words })}
    >
      {word}
    </Button>
  );
  return (
    <div className={styles.told}>
      <TextInput
        aria-label="In your words"
        placeholder="In your words, if you like"
        dir="auto"
        value={words}
        error={troubleAt("/words", tell.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        {button("yes", "It came")}
        {button("no", "It did not")}
        {button("void", "It cannot be told")}
      </div>
      <Trouble error={tell.error} except={["/words"]} />
    </div>
  );
}

function Void({ one }: { one: Expectation }) {
  const [words, setWords] = useState("");
  const tell = useAsk(resolveExpectation);
  return (
    <AskForm
      onSubmit={() => tell.mutate({ id: one.id, came: "void", words })}
      error={tell.error}
      fields={["/words"]}
      busy={tell.isPending}
      word="It cannot be told"
      small
    >
      <TextInput
        label="Why"
        dir="auto"
        value={words}
        error={troubleAt("/words", tell.error)}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskForm>
  );
}

/** Privately, beside what the team says. */
function Mine({ one, onDone }: { one: Expectation; onDone: () => void }) {
  const [sure, setSure] = useState<string | number>(one.mine ?? "");
  const keep = useAsk(forecastExpectation, onDone);
  return (
    <AskForm
      onSubmit={() => keep.mutate({ id: one.id, sure: sure === "" ? null : Number(sure) })}
      error={keep.error}
      fields={["/sure"]}
      busy={keep.isPending}
      word="Keep"
      small
      after={<p className="soft small">Only you see this.</p>}
    >
      <NumberInput
        label="How likely do I think it is?"
        suffix=" %"
        min={0}
        max={100}
        hideControls
        w={140}
        value={sure}
        error={troubleAt("/sure", keep.error)}
        onChange={setSure}
      />
    </AskForm>
  );
}

function Removing({ one }: { one: Expectation }) {
  const remove = useAsk(removeExpectation);
  return (
    <>
      <WordButton
        word="Take it back"
        of={one.statement}
        busy={remove.isPending}
        onClick={() => remove.mutate({ id: one.id })}
      />
      <Trouble error={remove.error} />
    </>
  );
}

function Adding({ it, onDone }: { it: Decision; onDone: () => void }) {
  const [value, setValue] = useState(nothingWritten);
  const { units } = useMeasureUnits();
  const add = useAsk(addExpectation, onDone);
  const submit = () => {
    const one = expected(value, units);
    if (one) add.mutate({ id: it.id, ...one });
  };
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/statement", "/sure", "/resolveBy"]}
      busy={add.isPending}
      word="Expect it"
      small
      disabled={value.statement.trim() === ""}
    >
      <ExpectFields value={value} onChange={setValue} error={add.error} at="" measured={it.unit !== null} />
    </AskForm>
  );
}
