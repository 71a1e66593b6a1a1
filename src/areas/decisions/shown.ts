import { daysBetween } from "../../core/ages.ts";
import type { Measure } from "../../core/measures/measure.ts";
import { dayAt } from "../../core/measures/periods.ts";
import { seenBy } from "../../core/org/seen-by.ts";
import { audiencesOf, briefOf, type UnitRow } from "../../core/org/tree.ts";
import type { Advice } from "./advice/contract.ts";
import type { Expectation, Outcome, Quality, Touched } from "./coming-back/contract.ts";
import type { Decision, DecisionBrief } from "./contract.ts";
import type { Link } from "./links/contract.ts";
import { canBeRemoved, canTakeBack, isBack, isStuck, type Standing, sayStand, type Usual } from "./stand.ts";
import type { AdviceSeen } from "./store/advice.ts";
import type { ExpectationSeen, OutcomeSeen, QualitySeen, TouchedSeen } from "./store/coming-back.ts";
import type { DecisionSeen, WholeSeen } from "./store/decisions.ts";
import type { LinkSeen } from "./store/links.ts";
import { care, sayAdvice, sayExpectation, sayLink, sayToldBy } from "./words.ts";

const dayIn = (timeZone: string, moment: Date): string => dayAt(moment.getTime(), timeZone).toString();

/** The day that it is where the decision is. */
export const todayOf = ({ timeZone }: DecisionSeen, now: number): string => dayAt(now, timeZone).toString();

export const standingOf = ({ row, timeZone, lookedAt }: DecisionSeen): Standing => ({
  ...{ status: row.status, rawStatus: row.rawStatus, decidedOn: row.decidedOn, reviewBy: row.reviewBy },
  since: isUnknown(row) ? null : dayIn(timeZone, row.statusSince),
  lookedOn: lookedAt && dayIn(timeZone, lookedAt),
});

/** Of what is open and comes from a file that bears no day, nobody knows since when. */
const isUnknown = ({ source, status, proposedAt }: DecisionSeen["row"]): boolean =>
  source !== null && proposedAt === null && (status === "draft" || status === "proposed");

/** As much of a decision as that needs: it is asked of all that were ever taken in a team. */
export interface DecidedSeen {
  readonly row: Pick<DecisionSeen["row"], "proposedAt" | "decidedOn" | "status">;
  readonly timeZone: string;
}

/** Days from the first proposal to the decision; null where one of both is unknown, as with most that were read from files. */
export function daysToDecide({ row, timeZone }: DecidedSeen): number | null {
  const { proposedAt, decidedOn, status } = row;
  if (proposedAt === null || decidedOn === null || status === "draft" || status === "proposed") return null;
  const proposed = dayIn(timeZone, proposedAt);
  return proposed > decidedOn ? null : daysBetween(proposed, decidedOn);
}

interface Given {
  readonly now: number;
  readonly usual: Usual | null;
}

export function shownBrief(seen: DecisionSeen, { now, usual }: Given): DecisionBrief {
  const { row, unit } = seen;
  const [standing, today] = [standingOf(seen), todayOf(seen, now)];
  return {
    ...{ id: row.id, sort: row.sort, title: row.title, unit: unit && briefOf(unit) },
    ...{ status: row.status, rawStatus: row.rawStatus, date: row.decidedOn, deciders: row.deciders },
    ...{
      reviewBy: row.reviewBy,
      kind: row.kind,
      level: row.level,
      path: row.path,
      number: numberIn(row.path),
    },
    problems: row.problems,
    says: sayStand(standing, { usual, today }),
    age: standing.since === null ? null : Math.max(0, daysBetween(standing.since, today)),
    stuck: isStuck(standing, usual, today),
    back: isBack(standing, today),
    shaken: seen.shaken?.says ?? null,
  };
}

/** The label in a file's name: `docs/adr/0012-use-x.md` gives `0012`. */
const numberIn = (path: string | null): string | null =>
  path
    ?.split("/")
    .at(-1)
    ?.match(/^(\d+)[-_. ]/)?.[1] ?? null;

/** What is stuck or has come back first, the oldest of them first; then as they come. */
export function waitingFirst<Brief extends DecisionBrief>(briefs: readonly Brief[]): Brief[] {
  const waits = (one: Brief) => one.stuck || one.back;
  return [
    ...briefs.filter(waits).toSorted((one, other) => (other.age ?? 0) - (one.age ?? 0)),
    ...briefs.filter((one) => !waits(one)),
  ];
}

/** All that hangs on a decision. */
export interface Hanging {
  readonly expects: readonly ExpectationSeen[];
  readonly advice: readonly AdviceSeen[];
  readonly links: readonly LinkSeen[];
  readonly outcomes: readonly OutcomeSeen[];
  readonly touched: readonly TouchedSeen[];
  readonly quality: QualitySeen | null;
  /** In which it is or was talked about, by name. */
  readonly forums: readonly string[];
}

interface WholeGiven extends Given {
  readonly measures: readonly Measure[];
  readonly units: readonly UnitRow[];
  /** Units (ids) of the person who asks. */
  readonly mine: ReadonlySet<string>;
}

export function shownDecision(seen: WholeSeen, hanging: Hanging, given: WholeGiven): Decision {
  const { row, unit, audience, by, own, timeZone } = seen;
  const known = hanging.outcomes.length > 0 || hanging.expects.some(({ row: one }) => one.came !== null);
  return {
    ...shownBrief(seen, given),
    ...{ body: row.body, version: row.version, consulted: row.consulted, informed: row.informed },
    proposed: row.proposedAt && dayIn(timeZone, row.proposedAt),
    ...{ undone: row.undone, care: row.undone && care[row.undone], readings: [...row.readings] },
    expects: hanging.expects.map((one) => shownExpectation(one, seen, given)),
    advice: hanging.advice.map((one) => shownAdvice(one, seen, given.now)),
    links: hanging.links.map((one) => shownLink(one, own)),
    outcomes: hanging.outcomes.map((one) => shownOutcome(one, seen)),
    touched: hanging.touched.map((one) => shownTouched(one, seen, given.mine)),
    quality: hanging.quality && shownQuality(hanging.quality, seen),
    audience: audience && briefOf(audience),
    audiences: own && unit ? audiencesOf(given.units, unit).map(briefOf) : [],
    seenBy: seenByWords(seen, hanging),
    createdBy: by,
    can: {
      change: own,
      remove: own && canBeRemoved(row),
      judge: own && !known,
    },
  };
}

function seenByWords({ unit, audience, own }: DecisionSeen, { advice, touched, forums }: Hanging): string {
  if (unit === null) return "Only you see this.";
  const names = [
    ...advice.filter(({ row }) => row.person ?? row.unit).map(({ row }) => row.name),
    ...touched.map((one) => one.unit.name),
  ];
  const asked =
    own && names.length > 0 ? ` So do those who are asked: ${[...new Set(names)].join(", ")}.` : "";
  const talked = own && forums.length > 0 ? ` And those who take part in: ${forums.join(", ")}.` : "";
  return own ? seenBy(unit, audience) + asked + talked : `${unit.name} lets you read this.`;
}

export function shownExpectation(
  { row, resolvedBy, mine }: ExpectationSeen,
  decision: DecisionSeen,
  { now, measures }: Pick<WholeGiven, "now" | "measures">,
): Expectation {
  const { own, timeZone } = decision;
  const today = todayOf(decision, now);
  const open = row.came === null;
  const byMeasure = row.measure !== null;
  return {
    ...{ id: row.id, statement: row.statement, sure: row.sure, resolveBy: row.resolveBy },
    ...{
      toldBy: toldOf(row, measures),
      base: row.base,
      came: row.came,
      words: row.cameWords,
      reading: row.reading,
    },
    resolved: row.resolvedAt && { on: dayIn(timeZone, row.resolvedAt), by: resolvedBy },
    ...{ mine, waits: open && row.resolveBy <= today },
    says: sayExpectation({ ...row, byMeasure, today }),
    can: {
      resolve: own && open,
      forecast: open && today < row.resolveBy,
      remove: own && canTakeBack(row, now),
    },
  };
}

function toldOf(
  { measure, every, bound, value }: ExpectationSeen["row"],
  measures: readonly Measure[],
): Expectation["toldBy"] {
  if (measure === null || bound === null || value === null) return null;
  const known = measures.find(({ id }) => id === measure);
  const title = known?.title ?? measure;
  return {
    ...{ measure, every, bound, value, title },
    says: sayToldBy({ bound, value, title, every, unit: known?.unit ?? "changes" }),
  };
}

export function shownAdvice(
  { row, unit, saidBy, asksMe, saidByOther }: AdviceSeen,
  decision: DecisionSeen,
  now: number,
): Advice {
  const { own, timeZone } = decision;
  const askedOn = dayIn(timeZone, row.askedAt);
  const byName = row.person === null && row.unit === null;
  return {
    ...{
      id: row.id,
      name: row.name,
      unit: unit && briefOf(unit),
      person: row.person,
      capacity: row.capacity,
    },
    ...{
      asked: askedOn,
      stance: row.stance,
      said: row.said,
      saidBy,
      saidOn: row.saidAt && dayIn(timeZone, row.saidAt),
    },
    ...{ taken: row.taken, why: row.takenWhy },
    says: sayAdvice({
      askedOn,
      stance: row.stance,
      said: row.said !== null,
      taken: row.taken,
      today: todayOf(decision, now),
    }),
    can: {
      say: row.taken === null && !saidByOther && (asksMe || (byName && own)),
      take: own && row.said !== null,
      remove: own && row.said === null,
    },
  };
}

export function shownLink({ row, of, other, owner }: LinkSeen, own: boolean): Link {
  const inverse = row.decision !== of;
  return {
    ...{ id: row.id, kind: row.kind, inverse, says: sayLink(row.kind, { inverse, until: row.until }) },
    other: {
      ...{ id: other.row.id, title: other.row.title, sort: other.row.sort, status: other.row.status },
      unit: other.unit && briefOf(other.unit),
    },
    ...{ owner, until: row.until, words: row.words, can: { remove: own && !inverse } },
  };
}

export const shownOutcome = ({ row, by }: OutcomeSeen, { timeZone }: DecisionSeen): Outcome => ({
  ...{ id: row.id, turnedOut: row.turnedOut, next: row.next, words: row.words, reviewBy: row.reviewBy },
  ...{ by, on: dayIn(timeZone, row.saidAt) },
});

export const shownTouched = (
  { row, unit, by }: TouchedSeen,
  { timeZone }: DecisionSeen,
  mine: ReadonlySet<string>,
): Touched => ({
  ...{ unit: briefOf(unit), changed: row.changed, words: row.words, by },
  ...{ on: row.saidAt && dayIn(timeZone, row.saidAt), mine: mine.has(row.unit) },
});

export const shownQuality = ({ row, by }: QualitySeen, { timeZone }: DecisionSeen): Quality => ({
  ...{ how: row.how, frame: row.frame, alternatives: row.alternatives, information: row.information },
  ...{ tradeOffs: row.tradeOffs, reasoning: row.reasoning, commitment: row.commitment },
  ...{ by, on: dayIn(timeZone, row.saidAt) },
});
