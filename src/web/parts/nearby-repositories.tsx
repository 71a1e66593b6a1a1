import { useQuery } from "@tanstack/react-query";
import { gitImports, nearbyRepositories } from "../../core/connectors/git/contract.ts";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { agoText } from "./dates.ts";
import { readAlready, unreadFirst, withoutSlash } from "./known-repositories.ts";
import styles from "./repository-form.module.css";

interface NearbyProps {
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}

/** Repositories found near where Septet was started, new ones first; a choice fills the folder. */
export function NearbyRepositories({ chosen, onChoose }: NearbyProps) {
  const { data, isPending } = useQuery(asking(nearbyRepositories, {}));
  const read = readAlready(useQuery(asking(gitImports, {})).data?.imports ?? []);
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  if (isPending)
    return (
      <p className="soft" role="status">
        Looking for repositories nearby
      </p>
    );
  if (!data || data.repositories.length === 0) return null;
  const now = Date.now();
  const marked = (path: string) => {
    const owner = all.find(({ slug }) => slug === read.get(withoutSlash(path)));
    return owner ? `read already, of ${owner.name}` : "read already";
  };
  return (
    <fieldset className={styles.nearby}>
      <legend>Found nearby</legend>
      <div className={styles.list}>
        {unreadFirst(data.repositories, read).map(({ path, name, lastCommitAt }) => (
          <label key={path}>
            <input type="radio" name="nearby" checked={chosen === path} onChange={() => onChoose(path)} />
            <span className={styles.name} dir="auto">
              {name}
              {read.has(withoutSlash(path)) && (
                <span className={`soft small ${styles.read}`}> · {marked(path)}</span>
              )}
            </span>
            <span className={`soft small ${styles.path}`}>{path}</span>
            <span className={`soft small ${styles.when}`}>
              {lastCommitAt ? agoText(lastCommitAt, now) : "no commit yet"}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
