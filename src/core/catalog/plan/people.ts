import type { PersonRow } from "../directory.ts";
import { compare } from "../problems.ts";
import type { WantedPerson } from "../wanted.ts";
import type { Planning } from "./planning.ts";
import { sourceWords } from "./words.ts";

export interface People {
  /** By id, as they will be; those that do not change among them. */
  readonly rows: ReadonlyMap<string, PersonRow>;
  /** Who is meant by a wanted person's key, or by the reference of somebody known. */
  find(called: string): PersonRow | undefined;
}

/** Finds for each wanted person the one who is known, by reference or e-mail address, and never by a name alone. */
export function planPeople(wanted: readonly WantedPerson[], planning: Planning): People {
  const { directory } = planning;
  const sorted = wanted.toSorted((a, b) => compare(a.key, b.key));
  const known = new KnownPeople(directory.people);
  const rows = new Map(directory.people.map((row) => [row.id, row]));
  const ids = new Map<string, string>();
  const emails = new Map<string, string>();
  const firsts = new Map<string, WantedPerson>();
  for (const [one, row] of known.match(sorted)) ids.set(one.key, row.id);
  for (const one of sorted) {
    const id = ids.get(one.key) ?? emails.get(one.email?.toLowerCase() ?? "") ?? planning.newId();
    const first = firsts.get(id);
    ids.set(one.key, id);
    if (one.email !== null) emails.set(one.email.toLowerCase(), id);
    if (first) sayTheSame(one, first, planning);
    else rows.set(id, personRow(one, rows.get(id) ?? { ...NOBODY, id, source: one.source }));
    firsts.set(id, first ?? one);
  }
  settleEmails(rows, firsts, planning);
  archiveGone(rows, firsts, planning);
  tellPeople(rows, planning);
  const there = new KnownPeople([...rows.values()].filter(({ archived }) => !archived));
  const find = (called: string) => rows.get(ids.get(called) ?? "") ?? there.withRef(called);
  return { rows, find };
}

const NOBODY = { name: "", ref: null, archived: false, administrator: false, email: null } as const;

class KnownPeople {
  readonly #byRef = new Map<string, PersonRow>();
  readonly #byEmail = new Map<string, PersonRow>();
  readonly #listed: ReadonlyMap<string, readonly PersonRow[]>;

  constructor(rows: readonly PersonRow[]) {
    for (const row of rows) {
      if (row.ref !== null) this.#byRef.set(row.ref, row);
      if (row.email !== null) this.#byEmail.set(row.email.toLowerCase(), row);
    }
    // Whoever has no address is meant before who was given one since, by hand.
    const sorted = rows
      .filter(({ source }) => source !== null)
      .sort((a, b) => Number(a.email !== null) - Number(b.email !== null));
    this.#listed = Map.groupBy(sorted, listed);
  }

  withRef(ref: string): PersonRow | undefined {
    return this.#byRef.get(ref);
  }

  /** References first, so that nobody is taken for another whose address they have now. */
  match(wanted: readonly WantedPerson[]): Map<WantedPerson, PersonRow> {
    const matched = new Map<WantedPerson, PersonRow>();
    for (const one of wanted) {
      const row = one.ref === null ? undefined : this.#byRef.get(one.ref);
      if (row) matched.set(one, row);
    }
    this.#matchRest(wanted, matched, ({ email }) =>
      email === null ? [] : [this.#byEmail.get(email.toLowerCase())],
    );
    this.#matchRest(wanted, matched, (one) => this.#listedBefore(one));
    return matched;
  }

  /** Of those that may be meant, the first whom nobody else is. */
  #matchRest(
    wanted: readonly WantedPerson[],
    matched: Map<WantedPerson, PersonRow>,
    meant: (one: WantedPerson) => readonly (PersonRow | undefined)[],
  ): void {
    const taken = new Set(matched.values());
    for (const one of wanted) {
      if (matched.has(one)) continue;
      const row = meant(one).find((each) => each && !taken.has(each));
      if (row) matched.set(one, row);
    }
  }

  /** A list may give no address: then its own words are all there is to know somebody by. */
  #listedBefore({ ref, email, name, source }: WantedPerson): readonly PersonRow[] {
    return ref === null && email === null ? (this.#listed.get(listed({ name, source })) ?? []) : [];
  }
}

const listed = ({ name, source }: { name: string; source: string | null }): string =>
  `${source} ${name.toLowerCase()}`;

/** Whoever was made by hand keeps the name that they go by, and the address that they gave. */
function personRow(one: WantedPerson, row: PersonRow): PersonRow {
  const byHand = row.source === null;
  const says = one.ref !== null || row.ref === null; // a list does not contradict a catalogue
  return {
    ...row,
    name: byHand || !says ? row.name : one.name,
    ref: one.ref ?? row.ref,
    source: byHand || !says ? row.source : one.source,
    archived: false,
    email: emailOf(one, row, { keeps: byHand || !says }),
  };
}

/** An address leads to what somebody wrote: whoever runs the installation takes none by a file. */
function emailOf(one: WantedPerson, row: PersonRow, { keeps }: { keeps: boolean }): string | null {
  if (row.administrator) return row.email;
  return (keeps ? row.email : null) ?? one.email ?? row.email;
}

function sayTheSame(one: WantedPerson, first: WantedPerson, { problems }: Planning): void {
  const { file, line } = first.at();
  const reason = `${one.name} has the e-mail address of ${first.name} (${file}:${line}), and is taken for the same person.`;
  problems.add(one.at("spec", "profile", "email"), reason);
}

/** An address belongs to one person: who has it keeps it, and it is said that the other goes without. */
function settleEmails(
  rows: Map<string, PersonRow>,
  said: ReadonlyMap<string, WantedPerson>,
  { directory, problems }: Planning,
): void {
  const before = new Map(directory.people.map((row) => [row.id, row.email]));
  const keeps = ({ id, email }: PersonRow) => Number(before.get(id)?.toLowerCase() !== email?.toLowerCase());
  const holders = new Map<string, PersonRow>();
  for (const row of [...rows.values()].sort((a, b) => keeps(a) - keeps(b))) {
    if (row.email === null) continue;
    const holder = holders.get(row.email.toLowerCase());
    const settled = holder ? fallBack(row, before.get(row.id) ?? null, holders) : row;
    rows.set(row.id, settled);
    if (settled.email !== null) holders.set(settled.email.toLowerCase(), settled);
    if (!holder) continue;
    const reason = `${row.email} is the address of ${holder.name} already; ${row.name} goes in without it.`;
    problems.add(said.get(row.id)?.at("spec", "profile", "email") ?? NOWHERE, reason);
  }
}

/** Only who is named by a file can be given an address that another has. */
const NOWHERE = { file: "", line: 0 };

const fallBack = (
  row: PersonRow,
  email: string | null,
  holders: ReadonlyMap<string, PersonRow>,
): PersonRow => ({
  ...row,
  email: email !== null && holders.has(email.toLowerCase()) ? null : email,
});

/** Whoever runs the installation is never shut out of it by a file. */
function archiveGone(
  rows: Map<string, PersonRow>,
  said: ReadonlyMap<string, WantedPerson>,
  { sources, problems }: Planning,
): void {
  for (const row of [...rows.values()]) {
    if (said.has(row.id) || row.archived) continue;
    const file = sources.tells(row.source);
    if (!file) continue;
    if (!row.administrator) rows.set(row.id, { ...row, archived: true });
    else
      problems.add(
        { file: file.file, line: 1 },
        `${row.name} is not in this file any more, but runs this installation, and stays.`,
      );
  }
}

function tellPeople(rows: ReadonlyMap<string, PersonRow>, { directory, changes }: Planning): void {
  const before = new Map(directory.people.map((row) => [row.id, row]));
  for (const row of rows.values()) {
    const old = before.get(row.id);
    if (!old) changes.add("person_added", `${row.name} is new`);
    if (!old || row === old) continue;
    if (row.archived && !old.archived) changes.add("person_archived", `${row.name} is archived`);
    if (!row.archived && old.archived) changes.add("person_restored", `${row.name} is back`);
    if (row.name !== old.name) changes.add("person_renamed", `${old.name} is now called ${row.name}`);
    if (row.ref !== old.ref) changes.add("person_changed", `${row.name} is ${row.ref} in the catalogue`);
    if (row.email !== old.email) changes.add("person_changed", `${row.name} has the address ${row.email}`);
    if (row.source !== old.source) changes.add("read_elsewhere", `${row.name} ${sourceWords(row.source)}`);
  }
}
