import { Link } from "@tanstack/react-router";
import { z } from "zod";
import styles from "./zoom.module.css";

const USUAL = 26;

const zooms = [
  [USUAL, "26 weeks"],
  [52, "1 year"],
  [104, "2 years"],
  [260, "5 years"],
] as const;

/** What a page that can be looked at over more or fewer weeks keeps in its address. */
export const ZoomSearch = z.object({
  weeks: z
    .union([z.literal(52), z.literal(104), z.literal(260)])
    .optional()
    .catch(undefined),
});

/** How far back one looks, on whichever page it stands. */
export function Zoom({ weeks = USUAL }: { weeks: number | undefined }) {
  return (
    <nav aria-label="How far back" className={styles.zoom}>
      {zooms.map(([value, word]) => (
        <Link
          key={value}
          to="."
          search={value === USUAL ? {} : { weeks: value }}
          resetScroll={false}
          aria-current={value === weeks ? "true" : undefined}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
