import { briefOf } from "../../../org/tree.ts";
import { notShown } from "../../../sharing/not-shown.ts";
import type { PulseQuestion } from "../contract.ts";
import { meanOf } from "../results.ts";
import type { DayOf } from "../shown.ts";
import type { OfferSeen } from "../store/offers.ts";
import type { Gathering, GroupFigure, Offer } from "./contract.ts";

type Seen = OfferSeen["gatherings"][number];

/** An offer as it goes out to somebody of a unit. `mine`: whether that person belongs to the unit that it is asked for. */
export function shownOffer(
  seen: OfferSeen,
  { dayOf, mine, of }: { dayOf: DayOf; mine: boolean; of: string },
): Offer {
  const { row, unit, adopted, own, questions, gatherings } = seen;
  const theirs = row.unit === of;
  return {
    ...{ id: row.id, unit: briefOf(unit), question: row.question },
    questions: questions.map(questionOf),
    adopted: adopted && { pulse: adopted.id, opened: adopted.openedAt !== null },
    gatherings: gatherings.map((one) => shownGathering(seen, one, dayOf)),
    can: { adopt: mine && !theirs && adopted === null, gather: own && theirs && gatherings.every(isClosed) },
  };
}

const isClosed = ({ row }: Seen): boolean => row.closedAt !== null;

export function shownGathering({ questions }: OfferSeen, { row, figures }: Seen, dayOf: DayOf): Gathering {
  return {
    ...{ id: row.id, opened: dayOf(row.openedAt), until: row.until },
    closed: row.closedAt === null ? null : dayOf(row.closedAt),
    figures: questions.flatMap((question) =>
      figures
        .filter((one) => one.question === question.id)
        .map((one) => shownFigure(questionOf(question), one)),
    ),
  };
}

function shownFigure(
  question: PulseQuestion,
  { because, n, teams, counts }: Seen["figures"][number],
): GroupFigure {
  return {
    ...{ question, n, teams, counts },
    mean: question.kind === "scale" && counts !== null ? meanOf(counts) : null,
    because: because === null ? null : notShown[because],
  };
}

const questionOf = ({ id, kind, text, options }: OfferSeen["questions"][number]): PulseQuestion => ({
  ...{ id, kind, text, options },
});
