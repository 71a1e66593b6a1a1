import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { similar } from "../../../core/library/contract.ts";
import { asking } from "../../../web/client.ts";
import styles from "./decisions.module.css";

/** Long enough for the next word to come, in milliseconds. */
const PAUSE = 400;

/** From here on a title says what it is about. */
const ENOUGH = 8;

/** What was decided alike, of what the reader may see, while one writes. */
export function Similar({ title, not }: { title: string; not?: string }) {
  const [said] = useDebouncedValue(title.trim(), PAUSE);
  const found = useQuery({
    ...asking(similar, {
      title: said.slice(0, 300),
      kind: "decision",
      ...(not === undefined ? {} : { not }),
    }),
    enabled: said.length >= ENOUGH,
    placeholderData: keepPreviousData,
  });
  const near = said.length >= ENOUGH ? (found.data?.near ?? []) : [];
  if (near.length === 0) return null;
  return (
    <div role="status" className="small">
      <p className="soft">{found.data?.says ?? "Decided alike:"}</p>
      <ul className={styles.list}>
        {near.map(({ id, title: other, unit, href }) => (
          <li key={id}>
            <Link to={href} dir="auto">
              {other}
            </Link>{" "}
            <span className="soft" dir="auto">
              {unit?.name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
