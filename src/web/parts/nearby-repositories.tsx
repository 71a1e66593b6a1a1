import { useQuery } from "@tanstack/react-query";
import { nearbyRepositories } from "../../core/connectors/git/contract.ts";
import { asking } from "../client.ts";
import { agoText } from "./dates.ts";
import styles from "./repository-form.module.css";

interface NearbyProps {
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}

/** Repositories found near where Septet was started; a choice fills the folder. */
export function NearbyRepositories({ chosen, onChoose }: NearbyProps) {
  const { data, isPending } = useQuery(asking(nearbyRepositories, {}));
  if (isPending)
    return (
      <p className="soft" role="status">
        Looking for repositories nearby
      </p>
    );
  if (!data || data.repositories.length === 0) return null;
  const now = Date.now();
  return (
    <fieldset className={styles.nearby}>
      <legend>Found nearby</legend>
      <div className={styles.list}>
        {data.repositories.map(({ path, name, lastCommitAt }) => (
          <label key={path}>
            <input type="radio" name="nearby" checked={chosen === path} onChange={() => onChoose(path)} />
            <span className={styles.name} dir="auto">
              {name}
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
