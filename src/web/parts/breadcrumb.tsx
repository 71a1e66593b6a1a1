import { Link } from "@tanstack/react-router";
import type { Unit } from "../../core/org/contract.ts";
import styles from "./breadcrumb.module.css";

type Place = Pick<Unit, "slug" | "name">;

/** Where a page is, from the organisation down. `here` is a plain word for the page itself. */
export function Breadcrumb({ places, here }: { places: readonly Place[]; here: string }) {
  return (
    <nav aria-label="Where you are">
      <ol className={styles.crumbs}>
        {places.map((place) => (
          <li key={place.slug}>
            <Link to="/units/$slug" params={{ slug: place.slug }} dir="auto">
              {place.name}
            </Link>
          </li>
        ))}
        <li dir="auto">{here}</li>
      </ol>
    </nav>
  );
}
