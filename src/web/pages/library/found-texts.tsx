import { Link } from "@tanstack/react-router";
import type { Found } from "../../../core/library/contract.ts";
import { dayText } from "../../parts/dates.ts";
import styles from "./library.module.css";

type Pieces = Found["pieces"];

interface FoundTextsProps {
  readonly results: readonly Found[];
  /** What each kind is called. */
  readonly names: ReadonlyMap<string, string>;
  readonly fading: boolean;
}

/** What was found, the nearest first. Texts of others come in pieces of plain text, and are drawn as such. */
export const FoundTexts = ({ results, names, fading }: FoundTextsProps) => (
  <ol className={styles.found} data-fading={fading}>
    {results.map((found) => (
      <li key={found.kind + found.id}>
        <OneText found={found} name={names.get(found.kind) ?? found.kind} />
      </li>
    ))}
  </ol>
);

function OneText({
  found: { title, titlePieces, pieces, unit, day, state, href, why },
  name,
}: {
  found: Found;
  name: string;
}) {
  const untitled = title === "";
  return (
    <>
      <p className={styles.title}>
        <Link to={href} dir="auto">
          <Marked pieces={untitled ? pieces : titlePieces} />
        </Link>
      </p>
      {!untitled && pieces.length > 0 && (
        <p className={styles.words} dir="auto">
          <Marked pieces={pieces} />
        </p>
      )}
      <p className="soft small">
        {name}
        {state !== "" && ` (${state.replaceAll("-", " ")})`} ·{" "}
        {unit ? (
          <Link to="/units/$slug" params={{ slug: unit.slug }} dir="auto">
            {unit.name}
          </Link>
        ) : (
          "your own"
        )}{" "}
        · {dayText(day)}
        {why === "similar" && " · nearly these words"}
      </p>
    </>
  );
}

const Marked = ({ pieces }: { pieces: Pieces }) =>
  pieces.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
    hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
