import { Link } from "@tanstack/react-router";
import type { MeasureAnswer } from "../../../core/measures/contract.ts";
import { Card } from "../../parts/card.tsx";
import { LiveQuestion } from "../../parts/live-question.tsx";
import type { MeasureSearch } from "../measure-search.ts";

interface NothingKnownProps {
  readonly shown: MeasureAnswer;
  readonly search: MeasureSearch;
  /** The components of which nothing says what is live. */
  readonly silent: readonly string[];
}

/** Stands in the place of a chart that would be empty: why there is nothing to draw, and what would change that. */
export function NothingKnown({ shown, search, silent }: NothingKnownProps) {
  if (silent.length > 0)
    return silent.map((component) => <LiveQuestion key={component} component={component} />);
  return (
    <Card>
      <p>There is no value to draw in these {shown.every}s.</p>
      {search.range !== "all" && (
        <p>
          <Link from="/units/$slug/measures/$id" to="." search={{ every: search.every, range: "all" }}>
            Look at all there is
          </Link>
        </p>
      )}
    </Card>
  );
}
