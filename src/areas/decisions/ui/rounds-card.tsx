import { useQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { Card } from "../../../web/parts/card.tsx";
import { roundsOfDecision } from "../forums/meetings/contract.ts";
import styles from "./decisions.module.css";
import { RoundLines } from "./forums/round-lines.tsx";

/** The rounds of consent that it went through, with what was objected and how that was resolved. Nothing where there was none. */
export function RoundsCard({ id }: { id: string }) {
  const { rounds = [] } = useQuery(asking(roundsOfDecision, { id })).data ?? {};
  if (rounds.length === 0) return null;
  return (
    <Card title={rounds.length === 1 ? "The round of consent" : "The rounds of consent"}>
      <ul className={styles.list}>
        {rounds.map((round) => (
          <li key={round.id}>
            <RoundLines round={round} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
