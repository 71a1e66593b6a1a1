import { Link } from "@tanstack/react-router";
import type { Mark } from "../../core/loops/marks.ts";
import { dayText } from "./dates.ts";

/** What happened, a line each. */
export const MarkLines = ({
  marks,
  className,
}: {
  marks: readonly Mark[];
  className: string | undefined;
}) => (
  <ul className={className}>
    {marks.map(({ day, text, href }) => (
      <li key={day + text}>
        <span className="soft">{dayText(day)}</span>{" "}
        <span dir="auto">{href ? <Link to={href}>{text}</Link> : text}</span>
      </li>
    ))}
  </ul>
);
