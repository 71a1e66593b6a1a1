import { useState } from "react";
import { changeUnit, type Unit } from "../../../core/org/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import form from "../../parts/form.module.css";
import { belowOf } from "../../parts/outline.ts";
import { troubleAt } from "../../parts/trouble.tsx";
import { takesUnits, UnitChoice } from "../../parts/unit-choice.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** The group that it stands in, or the organisation itself. */
export function MoveUnit({ it }: { it: Unit }) {
  const now = it.path.at(-1)?.slug ?? null;
  const [parent, setParent] = useState(now);
  const move = useAsk(changeUnit);
  const submit = () => {
    if (parent !== null) move.mutate({ slug: it.slug, parent });
  };
  return (
    <section className={form.section}>
      <h2>Where it stands</h2>
      <AskForm
        onSubmit={submit}
        error={move.error}
        fields={["/parent"]}
        busy={move.isPending}
        word="Move it"
        disabled={parent === now}
        after={
          <p role="status" className="soft">
            {move.isSuccess && parent === now && "Moved."}
          </p>
        }
      >
        <UnitChoice
          label="In"
          chosen={parent}
          onChoose={setParent}
          among={(unit, all) => takesUnits(unit) && !belowOf(all, it.slug).has(unit.slug)}
          error={troubleAt("/parent", move.error)}
        />
        <p className="soft small">
          What stands in it moves along. Whatever it shared with a group that it leaves is seen there no
          longer.
        </p>
      </AskForm>
    </section>
  );
}
