import type { RefObject } from "react";
import { dayText } from "../../../web/parts/dates.ts";
import opens from "../../../web/parts/opens.module.css";
import { Opens } from "../../../web/parts/opens.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import type { OwnPurpose, Purpose } from "../contract.ts";
import { EarlierOnes } from "./earlier-ones.tsx";
import styles from "./purpose.module.css";
import { WhoReadsIt } from "./who-reads-it.tsx";

type Written = NonNullable<OwnPurpose["written"]>;

interface OwnLineProps {
  readonly it: Purpose;
  readonly own: OwnPurpose;
  readonly written: Written;
  readonly change: RefObject<HTMLButtonElement | null>;
  readonly onChange: () => void;
}

/** What only those see whose purpose it is: since when, who reads it, and what they can do. */
export function OwnLine({ it, own, written, change, onChange }: OwnLineProps) {
  return (
    <div className={styles.own}>
      <p className="soft small" dir="auto">
        {unbroken(lookedAt(it, written))} {own.seenBy}
      </p>
      {it.can.write && (
        <button type="button" ref={change} className={opens.word} onClick={onChange}>
          Change<span className="hidden"> the purpose</span>
        </button>
      )}
      {it.can.open && <WhoReadsIt slug={it.unit.slug} own={own} change={change} />}
      {own.earlier.length > 0 && (
        <Opens word="Earlier ones">{() => <EarlierOnes earlier={own.earlier} />}</Opens>
      )}
    </div>
  );
}

/** When somebody last thought about it, and who. */
function lookedAt({ holds }: Purpose, { by, reviewed }: Written): string {
  const who = (person: Written["by"]) => (person === null ? "" : ` by ${person.name}`);
  return reviewed === null
    ? `Written on ${dayText(holds?.since ?? "")}${who(by)}.`
    : `Found still right on ${dayText(reviewed.on)}${who(reviewed.by)}.`;
}
