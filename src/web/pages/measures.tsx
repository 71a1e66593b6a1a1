import { useSuspenseQuery } from "@tanstack/react-query";
import { measures } from "../../core/measures/contract.ts";
import { asking } from "../client.ts";
import { DefinitionParts } from "../parts/definition-parts.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import styles from "./measures.module.css";

/** Every measure that Septet knows, as it is defined. */
export function MeasuresPage() {
  const all = useSuspenseQuery(asking(measures, {})).data.measures;
  return (
    <>
      <PageTitle>How each measure is defined</PageTitle>
      <p className="soft">
        What an id means never changes. Pages, API and command line read these same words.
      </p>
      {all.map((definition) => (
        <section key={definition.id} id={definition.id} className={styles.measure}>
          <h2>
            {definition.title} <code className="soft small">{definition.id}</code>
          </h2>
          <DefinitionParts definition={definition} />
        </section>
      ))}
    </>
  );
}
