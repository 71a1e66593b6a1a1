import type { Due } from "../../core/loops/marks.ts";
import { sayDay } from "./stand.ts";

interface Whose {
  readonly name: string;
  readonly slug: string;
}

interface Waiting {
  readonly id: string;
  readonly title: string;
  readonly unit: Whose | null;
}

export interface DecisionWaits extends Waiting {
  readonly reviewBy: string | null;
  readonly back: boolean;
  readonly stuck: boolean;
  /** Since when it has its status. */
  readonly since: string | null;
  readonly shaken: { readonly says: string; readonly since: string } | null;
}

/** What of one's own decisions waits: those that have come back, those that are stuck, and those whose ground has moved. */
export const dueOfDecisions = (decisions: readonly DecisionWaits[]): Due[] =>
  decisions.flatMap((one) => [
    ...(one.back && one.reviewBy !== null
      ? [due(one, { action: "Say what came of it", day: one.reviewBy })]
      : []),
    ...(one.stuck && one.since !== null
      ? [due(one, { action: "It waits for a yes or no", day: one.since })]
      : []),
    ...(one.shaken && !one.back
      ? [due(one, { action: `Does it still hold? ${one.shaken.says}`, day: one.shaken.since })]
      : []),
  ]);

export interface ExpectationWaits extends Waiting {
  readonly statement: string;
  readonly resolveBy: string;
}

/** What people have to tell, as no measure does. */
export const dueOfExpectations = (expectations: readonly ExpectationWaits[]): Due[] =>
  expectations.map((one) => due(one, { action: `Did it come? ${one.statement}`, day: one.resolveBy }));

export interface AdviceWaits extends Waiting {
  readonly asked: string;
  readonly of: Whose | null;
}

/** Whose advice is asked. */
export const dueOfAdvice = (advice: readonly AdviceWaits[]): Due[] =>
  advice.map((one) =>
    due({ ...one, unit: one.of }, { action: `Give ${one.unit?.name ?? "them"} your advice`, day: one.asked }),
  );

export interface TouchedWaits extends Waiting {
  readonly of: Whose;
  readonly reviewBy: string;
}

/** Teams that a decision touches say first what it changed for them. */
export const dueOfTouched = (touched: readonly TouchedWaits[]): Due[] =>
  touched.map((one) =>
    due(
      { ...one, unit: one.of },
      {
        action: `Say what it changed for you: ${one.unit?.name ?? "they"} look at it again on ${sayDay(one.reviewBy)}`,
        day: one.reviewBy,
      },
    ),
  );

export interface DepartureWaits extends Waiting {
  readonly principle: string;
  readonly until: string;
}

/** A departure from a principle holds until a day, and is looked at again then. */
export const dueOfDepartures = (departures: readonly DepartureWaits[]): Due[] =>
  departures.map((one) =>
    due(one, { action: `It departed from “${one.principle}” until then: does it still?`, day: one.until }),
  );

export interface PrincipleWaits extends Waiting {
  readonly followed: number;
  readonly departed: number;
  /** The day of the latest departure. */
  readonly latest: string;
}

/** Below so many departures nothing says that a principle is not held to. */
const ENOUGH_DEPARTURES = 3;

/** Principles that are mostly departed from come up to be looked at again. */
export const dueOfPrinciples = (principles: readonly PrincipleWaits[]): Due[] =>
  principles
    .filter(({ followed, departed }) => departed >= ENOUGH_DEPARTURES && departed > followed)
    .map((one) =>
      due(one, {
        action: `Departed from ${one.departed} times and followed ${one.followed} times: does it still hold?`,
        day: one.latest,
      }),
    );

const due = ({ id, title, unit }: Waiting, { action, day }: { action: string; day: string }): Due => ({
  ...{ kind: "decision", title, action, day, at: null, href: `/decisions/${id}` },
  ...{ of: unit?.name ?? null, unit: unit?.slug ?? null },
});
