import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { asking } from "../../../web/client.ts";
import { purpose } from "../contract.ts";
import { OwnLine } from "./own-line.tsx";
import styles from "./purpose.module.css";
import { PurposeForm } from "./purpose-form.tsx";
import { StillRight } from "./still-right.tsx";

/** What the unit is there for, right below its name. */
export const Head = ({ slug }: { slug: string }) => <UnitPurpose key={slug} slug={slug} />;

/** For those who may neither read nor write it there is nothing. */
function UnitPurpose({ slug }: { slug: string }) {
  const { data: it } = useSuspenseQuery(asking(purpose, { slug }));
  const [writing, setWriting] = useState(false);
  const write = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  useEffect(() => {
    // Back to where the form was opened from, as what had the focus is gone with it.
    if (wrote.current && !writing) write.current?.focus();
    wrote.current = writing;
  }, [writing]);
  if (it.holds === null && !it.can.write) return null;
  if (writing) return <PurposeForm it={it} onClose={() => setWriting(false)} />;
  const begin = () => setWriting(true);
  return (
    <section aria-label="Purpose" className={styles.purpose}>
      {it.holds === null ? (
        <p className={styles.none}>
          Whom do you serve, and what changes for them?{" "}
          <button type="button" ref={write} className={styles.write} onClick={begin}>
            Write your purpose in one sentence
          </button>
        </p>
      ) : (
        <p dir="auto" className={styles.sentence}>
          {it.holds.sentence}
        </p>
      )}
      {it.own?.written && (
        <>
          <OwnLine it={it} own={it.own} written={it.own.written} change={write} onChange={begin} />
          {it.own.written.due && it.can.review && (
            <StillRight slug={slug} id={it.own.written.id} change={write} onChange={begin} />
          )}
        </>
      )}
    </section>
  );
}
