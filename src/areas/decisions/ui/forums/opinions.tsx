import type { MeetingItem } from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";
import { SaidLine } from "./said-line.tsx";
import { SayForm } from "./say-form.tsx";

/** Everybody's view. While it is the time for them, one sees the others' once one has said one's own. */
export function Opinions({ item: { id, phase, opinions, opinionsSaid, waitsForMe } }: { item: MeetingItem }) {
  const asks = phase === "opinions" && waitsForMe;
  const people = opinionsSaid === 1 ? "1 has" : `${opinionsSaid} have`;
  return (
    <section className={styles.part}>
      <h3>Views</h3>
      {asks && (
        <SayForm
          {...{ id, kind: "opinion" }}
          label="How do you see it?"
          description={`It stays as you say it. ${opinionsSaid === 0 ? "Nobody has said theirs yet" : `${people} said theirs`}; you read the others' once you have said yours.`}
          word="Say it"
        />
      )}
      {!asks && phase === "opinions" && <p className="soft small">{people} spoken.</p>}
      {opinions.length > 0 && (
        <ul className={styles.said}>
          {opinions.map((one) => (
            <li key={one.id}>
              <SaidLine {...one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
