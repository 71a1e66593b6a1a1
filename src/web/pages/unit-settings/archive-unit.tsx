import { changeUnit, type Unit } from "../../../core/org/contract.ts";
import { Archiving } from "../../parts/archiving.tsx";
import form from "../../parts/form.module.css";
import lists from "../../parts/lists.module.css";
import { useAsk } from "../../parts/use-ask.ts";

/** For a team or group that is no more. */
export function ArchiveUnit({ it: { slug, name, archived } }: { it: Unit }) {
  const change = useAsk(changeUnit);
  return (
    <section className={form.section}>
      <h2>{archived ? "Bring it back" : "When it is no more"}</h2>
      <div className={lists.line}>
        <Archiving
          of={name}
          archived={archived}
          means={`${name} is on no list any more. Its figures, its people and what it owned stay on record, and it can be brought back as it was.`}
          change={change}
          onChange={(wanted) => change.mutate({ slug, archived: wanted })}
        />
      </div>
    </section>
  );
}
