import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { measures } from "../../core/measures/contract.ts";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { PageTitle } from "../parts/page-title.tsx";
import styles from "./shell.module.css";

/** The address names a team or group that there is none of: leads to those there are. */
export function NoSuchUnit() {
  const { slug = "" } = useParams({ strict: false });
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  return (
    <>
      <PageTitle>{`There is no team or group “${slug}”`}</PageTitle>
      <p>Choose one of these:</p>
      <ul className={styles.choices}>
        {all.map((unit) => (
          <li key={unit.slug}>
            <Link to="/units/$slug" params={{ slug: unit.slug }} dir="auto">
              {unit.name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same for a measure, of the team or group in the address. */
export function NoSuchMeasure() {
  const { slug = "", id = "" } = useParams({ strict: false });
  const all = useQuery(asking(measures, {})).data?.measures ?? [];
  return (
    <>
      <PageTitle>{`There is no measure “${id}”`}</PageTitle>
      <p>Choose one of these:</p>
      <ul className={styles.choices}>
        {all.map((measure) => (
          <li key={measure.id}>
            <Link to="/units/$slug/measures/$id" params={{ slug, id: measure.id }}>
              {measure.title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
