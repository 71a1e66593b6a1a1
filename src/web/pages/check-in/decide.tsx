import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CheckIn, CheckInItem } from "../../../core/loops/check-in/contract.ts";
import type { Next } from "../../../core/loops/contract.ts";
import { areaParts } from "../../areas.ts";
import { Chips } from "../../parts/chips.tsx";
import { TryForm } from "../experiment/try-form.tsx";
import styles from "./check-in.module.css";
import { useWrite } from "./use-turn.ts";

interface DecideProps {
  readonly slug: string | null;
  readonly item: CheckInItem;
  readonly followUps: CheckIn["followUps"];
}

/** What is done about it: nothing now is an answer like any other. */
export function Decide({ slug, item, followUps }: DecideProps) {
  const { loop, turn, answers } = item;
  const write = useWrite(turn);
  const [open, setOpen] = useState<string | null>(null);
  const from = { loop: loop.id, due: turn.due };
  const forms = areaParts.flatMap(({ followUps: some = [] }) => some);
  const offered = followUps.filter(({ kind }) => forms.some((form) => form.kind === kind));
  const options = [
    { value: "nothing", word: "Nothing now" },
    { value: "try", word: "Try something" },
    ...offered.map(({ kind, title }) => ({ value: kind, word: title })),
  ];
  const choose = (value: string | null) => {
    // Chosen before a reload, or by somebody else: its form is not open here yet, and the first touch opens it.
    if (value === null && open === null && turn.next !== "nothing" && turn.followUps.length === 0)
      return setOpen(turn.next);
    write.mutate({ next: value as Next | null });
    setOpen(value === "nothing" ? null : value);
  };
  const Form = forms.find(({ kind }) => kind === open)?.Form;
  return (
    <>
      <h3>What will {loop.unit === null ? "I" : "we"} do?</h3>
      <Chips label="What will we do?" options={options} chosen={turn.next} onChoose={choose} />
      {turn.followUps.length > 0 && (
        <ul className={styles.since}>
          {turn.followUps.map(({ id, what, href }) => (
            <li key={id} dir="auto">
              <Link to={href}>{what}</Link>
            </li>
          ))}
        </ul>
      )}
      {open === "try" && (
        <div className={styles.form}>
          <TryForm
            slug={slug}
            area={loop.area}
            measure={answers[0]}
            from={from}
            onDone={() => setOpen(null)}
          />
        </div>
      )}
      {Form && (
        <div className={styles.form}>
          <Form slug={slug} from={from} why={whyOf(item)} onDone={() => setOpen(null)} />
        </div>
      )}
    </>
  );
}

/** What the chart says, and what was noted. */
const whyOf = ({ answers, turn }: CheckInItem): string =>
  [answers[0] && `${answers[0].title}: ${answers[0].sentence}`, turn.note].filter(Boolean).join("\n");
