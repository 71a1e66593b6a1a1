import { plain } from "../connectors/git/plain.ts";
import { globsOf, rulesIn } from "./codeowners-rules.ts";
import type { ImportFile, ImportProblem } from "./contract.ts";
import { type Directory, holdsOn, type UnitRow } from "./directory.ts";
import { Problems } from "./problems.ts";

export interface Suggestion {
  /** Globs from the repository's root, in the order of the file. */
  readonly paths: string[];
  readonly unit: Pick<UnitRow, "slug" | "name">;
  /** As the file writes it. */
  readonly owner: string;
  /** Lines of the file that name this owner. */
  readonly lines: number;
}

export interface Suggested {
  readonly suggestions: Suggestion[];
  readonly problems: readonly ImportProblem[];
}

/** Which teams a CODEOWNERS file names for which paths. It suggests; what of it becomes of a repository is for people to pick. */
export function ownersIn(file: ImportFile, directory: Directory): Suggested {
  const problems = new Problems();
  const known = knownOwners(directory);
  const found = new Map<string, Suggestion>();
  const strangers = new Map<string, { line: number; why: string }>();
  for (const { line, pattern, owners, wrong } of rulesIn(file.text)) {
    if (wrong !== undefined) problems.add({ file: file.name, line }, wrong);
    for (const owner of owners) {
      const unit = known(owner);
      if (typeof unit === "string") strangers.set(owner, strangers.get(owner) ?? { line, why: unit });
      else found.set(owner, withPattern(found.get(owner), { unit, owner, pattern }));
    }
  }
  for (const [owner, { line, why }] of strangers)
    problems.add({ file: file.name, line }, `${plain(owner, 120)} ${why}.`);
  return { suggestions: [...found.values()], problems: problems.all };
}

interface Named {
  readonly unit: UnitRow;
  readonly owner: string;
  readonly pattern: string;
}

function withPattern(before: Suggestion | undefined, { unit, owner, pattern }: Named): Suggestion {
  const { slug, name } = unit;
  const paths = new Set([...(before?.paths ?? []), ...globsOf(pattern).map((glob) => plain(glob, 1_000))]);
  return {
    unit: { slug, name },
    owner: plain(owner, 120),
    paths: [...paths],
    lines: (before?.lines ?? 0) + 1,
  };
}

/** The team that an owner stands for, or why there is none: `@acme/payments`, `@payments`, `@ann`, `ann@acme.example`. */
function knownOwners({ units, people, memberships, today }: Directory): (owner: string) => UnitRow | string {
  const live = units.filter(({ archived }) => !archived);
  const byId = new Map(live.map((unit) => [unit.id, unit]));
  const byName = new Map(live.flatMap((unit) => namesOf(unit).map((name) => [name, unit] as const)));
  const persons = new Map(
    people
      .filter(({ archived }) => !archived)
      .flatMap((person) => [
        ...(person.email === null ? [] : [[person.email.toLowerCase(), person] as const]),
        ...(person.ref === null ? [] : [[lastPart(person.ref), person] as const]),
      ]),
  );
  return (owner) => {
    if (owner.startsWith("@@")) return "is a role, and names no team";
    const name = owner.startsWith("@") ? lastPart(owner.slice(1)) : owner.toLowerCase();
    const unit = owner.startsWith("@") ? byName.get(name) : undefined;
    const person = owner.includes("/") ? undefined : persons.get(name);
    if (unit || !person) return unit ?? "is no team, group or person that is known here";
    const theirs = memberships.filter((row) => row.person === person.id && holdsOn(today, row));
    const [only, ...more] = [...new Set(theirs.map((row) => row.unit))].flatMap((id) => byId.get(id) ?? []);
    if (only && more.length === 0) return only;
    return `is ${person.name}, who belongs to ${only ? "several teams" : "no team"}; only teams and groups own`;
  };
}

const lastPart = (text: string): string => (text.split("/").at(-1) ?? text).toLowerCase();

const namesOf = ({ slug, name, ref }: UnitRow): string[] =>
  [slug, name.toLowerCase(), ref === null ? null : lastPart(ref)].filter((one) => one !== null);
