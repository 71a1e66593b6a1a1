import type { Rightness } from "../../core/loops/contract.ts";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** How often what was guessed came; how sure one can be of that waits behind "more". */
export function RightnessWords({ right }: { right: Rightness }) {
  const { says, interval, brier } = right;
  return (
    <div>
      <p>{says}</p>
      {(interval || brier) && (
        <details className="soft small">
          <summary>more</summary>
          {interval && (
            <p>
              That is {percent(interval.share)}. From so few one can say that it lies between{" "}
              {percent(interval.lower)} and {percent(interval.upper)} (95 %, Wilson).
            </p>
          )}
          {brier && (
            <p>
              Where it was said how sure: a Brier score of {brier.score.toFixed(2)} over {brier.of}. 0 is
              always right and sure of it; 0.25 is what saying 50 % each time would have.
            </p>
          )}
        </details>
      )}
    </div>
  );
}
