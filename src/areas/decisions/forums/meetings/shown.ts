import { dayAt } from "../../../../core/measures/periods.ts";
import { briefOf } from "../../../../core/org/tree.ts";
import { sayExpectation } from "../../words.ts";
import { hrefOf, shownLine } from "../shown.ts";
import type { MeetingSeen, ObjectionRow, RoundRow, RoundsSeen, SayingRow } from "../store/meetings.ts";
import { phaseWords, sayResolved, sayRound, seenByWords } from "../words.ts";
import type { Meeting, MeetingItem, Objection, Proposal, Round, Said } from "./contract.ts";

interface Given {
  readonly now: number;
  /** Asks (ids) that the person who asks may open. */
  readonly readable: ReadonlySet<string>;
}

type Named = Pick<RoundsSeen, "names">;

const somebody = ({ names }: Named, id: string | null) => {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
};

const said = (seen: Named, { id, words, saidBy, saidAt }: SayingRow): Said => ({
  ...{ id, words, by: somebody(seen, saidBy), at: saidAt.toISOString() },
});

/** A meeting as it stands for one who takes part in it. */
export function shownMeeting(seen: MeetingSeen, given: Given): Meeting {
  const { row, forum, items, present, me } = seen;
  const open = row.closedAt === null;
  return {
    ...shownLine({ row, outcomes: items.map(({ outcome }) => outcome) }, forum),
    now: new Date(given.now).toISOString(),
    ...{ beganBy: somebody(seen, row.beganBy), closedBy: somebody(seen, row.closedBy), at: row.atItem },
    present: present.flatMap((one) => {
      const who = somebody(seen, one.person);
      return who === null ? [] : [{ ...who, left: one.leftAt !== null }];
    }),
    items: items.map((one) => shownItem(seen, one, given)),
    remarks: seen.sayings.filter(({ kind }) => kind === "remark").map((one) => said(seen, one)),
    seenBy: seenByWords(forum.unit, audienceOf(seen)),
    can: {
      ...{ lead: open, close: open && forum.takesPart },
      here: present.some((one) => one.person === me && one.leftAt === null),
    },
  };
}

/** Who was let in when it began, as long as anybody is. */
const audienceOf = ({ row, forum, standing }: MeetingSeen) =>
  forum.audience && (standing.units.find(({ id }) => id === row.audience) ?? null);

function shownItem(seen: MeetingSeen, row: MeetingSeen["items"][number], given: Given): MeetingItem {
  const of = seen.sayings.filter((one) => one.item === row.id);
  const answers = Map.groupBy(of, ({ about }) => about);
  const unit = seen.standing.units.find(({ id }) => id === row.unit);
  const rounds = seen.rounds.filter((one) => one.item === row.id);
  return {
    ...{
      id: row.id,
      kind: row.kind,
      title: row.title,
      minutes: row.minutes,
      phase: row.phase,
      moves: row.moves,
    },
    ...{
      unit: unit ? briefOf(unit) : null,
      putBy: somebody(seen, row.putBy),
      href: hrefOf(row, given.readable),
    },
    ...{ says: phaseWords[row.phase], since: row.phaseSince.toISOString() },
    boxUntil: row.boxUntil?.toISOString() ?? null,
    ...{ outcome: row.outcome, words: row.words, carried: row.carriedFrom !== null },
    questions: of
      .filter(({ kind }) => kind === "question")
      .map((one) => ({
        ...said(seen, one),
        answers: (answers.get(one.id) ?? []).map((answer) => said(seen, answer)),
      })),
    opinions: of.filter(({ kind }) => kind === "opinion").map((one) => said(seen, one)),
    opinionsSaid: seen.opinionsSaid.get(row.id) ?? 0,
    proposals: seen.proposals
      .filter((one) => one.item === row.id)
      .flatMap(({ decision }) =>
        shownProposal(seen, decision, { now: given.now, chosen: decision === row.decision }),
      ),
    rounds: rounds.map((one, n) => shownRound(seen, one, { n: n + 1, silent: silentIn(seen, one) })),
    waitsForMe: seen.row.closedAt === null && waitsFor(seen, row),
  };
}

/** Whether the person who asks has yet to say something in this phase of an item. */
export function waitsFor(seen: MeetingSeen, { id, phase }: MeetingSeen["items"][number]): boolean {
  const { me, sayings, present, rounds, voices } = seen;
  if (phase === "questions") return !present.some((one) => one.person === me);
  if (phase === "opinions")
    return !sayings.some((one) => one.item === id && one.kind === "opinion" && one.saidBy === me);
  const on = rounds.find((one) => one.item === id && one.closedAt === null);
  if (phase !== "consent" || on === undefined) return false;
  const own = voices.find((one) => one.round === on.id && one.person === me);
  return own === undefined || (own.stance !== "objection" && own.version !== versionOf(seen, on));
}

/** Of the text that a round is about: as it is while the round is on. */
const versionOf = ({ decisions }: RoundsSeen, { decision, version, closedAt }: RoundRow): number | null =>
  closedAt === null ? (decisions.get(decision)?.row.version ?? null) : version;

/** Those who are there, or over days those of the forum's unit, and say nothing of the text as it is. */
function silentIn(seen: MeetingSeen, round: RoundRow): string[] {
  const { present, members, voices, names } = seen;
  const version = versionOf(seen, round);
  const spoke = new Set(
    voices
      .filter(
        (one) =>
          one.round === round.id &&
          (version === null || one.version === version || one.stance === "objection"),
      )
      .map((one) => one.person),
  );
  const there = present.filter((one) => one.leftAt === null).map((one) => one.person);
  return [...new Set([...there, ...members])]
    .filter((one) => !spoke.has(one))
    .flatMap((one) => names.get(one) ?? [])
    .toSorted((one, other) => one.localeCompare(other, "en"));
}

interface Numbered {
  readonly n: number;
  readonly silent: readonly string[];
}

export function shownRound(
  seen: RoundsSeen & { readonly me: string },
  row: RoundRow,
  { n, silent }: Numbered,
): Round {
  const version = versionOf(seen, row);
  const voices = seen.voices
    .filter((one) => one.round === row.id)
    .map(({ person, stance, words, version: of }) => ({
      ...{ by: somebody(seen, person), stance, words, mine: person === seen.me },
      earlier: version !== null && of !== version && stance !== "objection",
    }))
    .toSorted((one, other) => (one.by?.name ?? "").localeCompare(other.by?.name ?? "", "en"));
  const objections = seen.objections.filter((one) => one.round === row.id);
  const count = (wanted: ObjectionRow["resolved"]) =>
    objections.filter(({ resolved }) => resolved === wanted).length;
  return {
    ...{ id: row.id, n, reached: row.reached, version: row.version, silent: [...silent], voices },
    decision: { id: row.decision, title: seen.decisions.get(row.decision)?.row.title ?? "" },
    ...{ opened: row.openedAt.toISOString(), closed: row.closedAt?.toISOString() ?? null },
    objections: objections.map((one) => shownObjection(seen, one)),
    says: sayRound({
      ...{ voices, open: count(null), stays: count("stays"), reached: row.reached },
      closed: row.closedAt !== null,
    }),
  };
}

const shownObjection = (seen: Named & { readonly me: string }, one: ObjectionRow): Objection => ({
  ...{ id: one.id, by: somebody(seen, one.person), reason: one.reason, at: one.saidAt.toISOString() },
  ...{ resolved: one.resolved, words: one.resolvedWords, lookOn: one.lookOn, mine: one.person === seen.me },
  says: sayResolved({ resolved: one.resolved, words: one.resolvedWords, lookOn: one.lookOn }),
  resolvedBy: somebody(seen, one.resolvedBy),
});

function shownProposal(
  { decisions, expects }: MeetingSeen,
  id: string,
  { now, chosen }: { now: number; chosen: boolean },
): Proposal[] {
  const found = decisions.get(id);
  if (found === undefined) return [];
  const { row, unit, own, timeZone } = found;
  const today = dayAt(now, timeZone).toString();
  return [
    {
      ...{
        id,
        title: row.title,
        body: row.body,
        status: row.status,
        version: row.version,
        reviewBy: row.reviewBy,
      },
      ...{ unit: unit && briefOf(unit), chosen },
      expects: expects
        .filter((one) => one.row.decision === id)
        .map(({ row: one }) => {
          const says = sayExpectation({ ...one, byMeasure: one.measure !== null, today });
          return says === "" ? one.statement : `${one.statement} (${says})`;
        }),
      can: { amend: own && (row.status === "proposed" || row.status === "draft") },
    },
  ];
}
