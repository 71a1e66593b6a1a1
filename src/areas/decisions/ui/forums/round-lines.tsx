import type { Objection, Round } from "../../forums/meetings/contract.ts";
import type { Voice } from "../../forums/values.ts";
import styles from "./forums.module.css";
import { Resolve } from "./resolve.tsx";

const stances: Record<Voice, string> = {
  consent: "consents",
  aside: "stands aside",
  objection: "objects",
};

/** Who said what in a round, objections first, and who said nothing. */
export function RoundLines({ round: { says, voices, objections, silent, closed } }: { round: Round }) {
  const plain = voices.filter(({ stance }) => stance !== "objection");
  return (
    <>
      <p className="soft small" role="status">
        {says}
      </p>
      {objections.length > 0 && (
        <ul className={styles.said} aria-label="Objections">
          {objections.map((one) => (
            <Line key={one.id} one={one} open={closed === null && one.resolved === null} />
          ))}
        </ul>
      )}
      {plain.length > 0 && (
        <ul className={styles.said} aria-label="Voices">
          {plain.map(({ by, stance, earlier }) => (
            <li key={by?.id ?? stance} className="small" dir="auto">
              {by?.name ?? "Somebody who is gone"} {stances[stance]}
              {earlier && ", to an earlier text"}
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p className="soft small" dir="auto">
          {closed === null ? "Not spoken yet" : "Said nothing"}: {silent.join(", ")}
        </p>
      )}
    </>
  );
}

const Line = ({ one, open }: { one: Objection; open: boolean }) => (
  <li>
    <span className="soft small" dir="auto">
      {one.by?.name ?? "Somebody who is gone"} objects
    </span>
    <p className={styles.words} dir="auto">
      {one.reason}
    </p>
    <p className="small" dir="auto">
      {one.says}
      {one.resolved === "stays" && one.resolvedBy && !one.mine && ` (said by ${one.resolvedBy.name})`}
    </p>
    {open && <Resolve one={one} />}
  </li>
);
