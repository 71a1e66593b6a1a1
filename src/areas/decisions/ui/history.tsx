import { useQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { Pending } from "../../../web/parts/pending.tsx";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { versions } from "../contract.ts";
import styles from "./decisions.module.css";

/** Every version that there was. */
export const History = ({ id }: { id: string }) => (
  <div>
    <Opens word="Earlier versions">{() => <Versions id={id} />}</Opens>
  </div>
);

function Versions({ id }: { id: string }) {
  const { data, error } = useQuery(asking(versions, { id }));
  if (error) return <Trouble error={error} />;
  if (!data) return <Pending />;
  return (
    <ul className={styles.list}>
      {data.versions.map(({ version, title, body, by, at, status }) => (
        <li key={version}>
          <details>
            <summary className="small">
              {version}: {dayText(at)}, <span dir="auto">{by?.name ?? "somebody who is gone"}</span>
              {status && ` · ${status}`}
            </summary>
            <p dir="auto">
              <strong>{title}</strong>
            </p>
            <pre style={{ whiteSpace: "pre-wrap" }} dir="auto">
              {body}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
