import type { MeasureDefinition } from "../../core/measures/contract.ts";
import styles from "./definition.module.css";
import { linked } from "./linked.ts";

const better = { lower: "lower", higher: "higher" } as const;

/** What a measure means, how it is worked out, and what it cannot know. */
export function DefinitionParts({ definition }: { definition: MeasureDefinition }) {
  return (
    <dl className={styles.parts}>
      <dt>Meaning</dt>
      <dd>{definition.meaning}</dd>
      <dt>Formula</dt>
      <dd>{definition.formula}</dd>
      <dt>Counts in</dt>
      <dd>
        {definition.unit}
        {definition.better && `; ${better[definition.better]} is better`}
      </dd>
      <dt>Source</dt>
      <dd>
        {linked(definition.source).map(({ text, href }) =>
          href ? (
            <a key={text} href={href} rel="noreferrer">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </dd>
      {definition.notes.length > 0 && (
        <>
          <dt>Notes</dt>
          <dd>
            <ul>
              {definition.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
