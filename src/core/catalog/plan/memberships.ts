import { holdsOn, type MembershipRow, notOver } from "../directory.ts";
import { type At, compare } from "../problems.ts";
import { type Days, overlap, uncovered } from "./days.ts";

/** Who is said to belong to or lead which unit, both known by their ids. */
export interface AimedMembership {
  readonly person: string;
  readonly unit: string;
  readonly role: MembershipRow["role"];
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly at: At;
}

/** What becomes of memberships. One that had not begun before today is undone, as if it had never been. */
export interface MembershipPlan {
  readonly begun: MembershipRow[];
  /** With their new last day. */
  readonly ended: MembershipRow[];
  readonly undone: MembershipRow[];
}

export interface MembershipRules {
  readonly rows: readonly MembershipRow[];
  readonly today: string;
  /** Whether a row is gone for not being said. */
  gone(row: MembershipRow): boolean;
  /** Whether a row has to be marked with another source, as the one that it has no longer says it. */
  remark(row: MembershipRow, sources: ReadonlySet<string>): boolean;
  /** Whether this may begin; it is told by whoever refuses. */
  mayBegin(wanted: AimedMembership): boolean;
  newId(): string;
}

/** What has to begin and to end so that what is said holds, and what the same source said before and says no longer does not. */
export function planMemberships(wanted: readonly AimedMembership[], rules: MembershipRules): MembershipPlan {
  const before = Map.groupBy(rules.rows, placeOf);
  const said = Map.groupBy(wanted, placeOf);
  const plan: MembershipPlan = { begun: [], ended: [], undone: [] };
  for (const place of new Set([...before.keys(), ...said.keys()])) {
    const rows = before.get(place) ?? [];
    const after = new PlacePlan(rows, rules);
    for (const one of (said.get(place) ?? []).sort(byDays)) after.say(one);
    after.settle();
    addDifference(plan, rows, after.rows);
  }
  return plan;
}

/** One person in one unit. */
const placeOf = ({ person, unit }: { readonly person: string; readonly unit: string }): string =>
  `${person} ${unit}`;

const byDays = (a: AimedMembership, b: AimedMembership): number =>
  compare(`${a.from ?? ""} ${a.until ?? ""} ${a.role}`, `${b.from ?? ""} ${b.until ?? ""} ${b.role}`);

function addDifference(
  plan: MembershipPlan,
  before: readonly MembershipRow[],
  after: readonly MembershipRow[],
) {
  const later = new Map(after.map((row) => [row.id, row]));
  for (const row of before) {
    const now = later.get(row.id);
    if (!now) plan.undone.push(row);
    else if (now.until !== row.until) plan.ended.push(now);
    later.delete(row.id);
  }
  plan.begun.push(...later.values());
}

/** What becomes of the memberships of one person in one unit. */
class PlacePlan {
  rows: MembershipRow[];
  readonly #rules: MembershipRules;
  /** By the ids of the rows that are said, the sources that say just that. */
  readonly #said = new Map<string, Set<string>>();

  constructor(rows: readonly MembershipRow[], rules: MembershipRules) {
    this.rows = [...rows];
    this.#rules = rules;
  }

  say(one: AimedMembership): void {
    const { today } = this.#rules;
    const days = daysOf(one, today);
    const meant = this.rows.filter((row) => overlap(row, days) && covers(row, one, today));
    for (const row of meant) this.#say(row, one);
    const begun = this.#begun(one, meant);
    for (const row of begun) this.#say(row, one);
    this.rows = [...this.rows.map((row) => (meant.includes(row) ? cut(row, one) : row)), ...begun];
  }

  /** Who is said to be a member goes on leading, but it is not this that says so. */
  #say({ id, role }: MembershipRow, one: AimedMembership): void {
    const before = this.#said.get(id) ?? new Set();
    this.#said.set(id, role === one.role ? before.add(one.source) : before);
  }

  #begun(one: AimedMembership, meant: readonly MembershipRow[]): MembershipRow[] {
    const { today, mayBegin, newId } = this.#rules;
    const { person, unit, role, source, until } = one;
    const days = daysOf(one, today);
    if (days.from === days.until) return [];
    const holds = meant.some((row) => holdsOn(today, row));
    // Whoever wrote down the end of what holds today knows better than a file that only does not mention one.
    const gaps = uncovered(days, meant).filter(
      (gap) => !(holds && until === null && (gap.until === null || gap.until > today)),
    );
    if (gaps.length === 0 || !mayBegin(one)) return [];
    return gaps.map((gap) => ({ id: newId(), person, unit, role, source, ...gap }));
  }

  /** Ends what is gone, and marks again what another source says now. */
  settle(): void {
    this.rows = this.rows.flatMap((row) => {
      const sources = this.#said.get(row.id);
      if (!notOver(this.#rules.today, row)) return [row];
      if (!sources) return this.#rules.gone(row) ? this.#over(row) : [row];
      return sources.size > 0 && this.#rules.remark(row, sources) ? this.#goesOnAs(row, sources) : [row];
    });
  }

  #over(row: MembershipRow): MembershipRow[] {
    const begun = row.from === null || row.from < this.#rules.today;
    return begun ? [{ ...row, until: this.#rules.today }] : [];
  }

  /** The mark of what goes on cannot be changed: it ends today, and goes on as another. */
  #goesOnAs(row: MembershipRow, sources: ReadonlySet<string>): MembershipRow[] {
    const over = this.#over(row);
    const from = over.length > 0 ? this.#rules.today : row.from;
    const source = [...sources].sort()[0] as string;
    return [...over, { ...row, id: this.#rules.newId(), from, source }];
  }
}

/** Without a first day it is from today on; one that is over already asks for nothing before its end. */
const daysOf = ({ from, until }: AimedMembership, today: string): Days => ({
  from: from ?? (until !== null && until <= today ? until : today),
  until,
});

/** Who leads a team belongs to it: where another said so, that is enough. */
const covers = (row: MembershipRow, { role, from, until, source }: AimedMembership, today: string): boolean =>
  row.role === role ||
  (row.role === "lead" && row.source !== source && from === null && until === null && holdsOn(today, row));

/** An end that the row's own source gives now. */
function cut(row: MembershipRow, { until, source }: AimedMembership): MembershipRow {
  const ends = until !== null && row.source === source && (row.until === null || row.until > until);
  return ends && (row.from === null || row.from < until) ? { ...row, until } : row;
}
