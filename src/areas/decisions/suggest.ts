import type { UnitRow } from "../../core/org/tree.ts";
import type { Capacity } from "./values.ts";

/** Somebody who may be affected or may know, and why one may think so. */
export interface Suggested {
  /** The id of a unit or of a person: one of both. */
  readonly unit: string | null;
  readonly person: string | null;
  readonly capacity: Capacity;
  readonly because: string;
}

interface Earlier {
  readonly title: string;
  readonly text: string;
  /** Whose it was, and who gave advice on it. */
  readonly unit: string | null;
  readonly advised: readonly { readonly person: string | null; readonly unit: string | null }[];
}

interface Known {
  /** The decision's title and text. */
  readonly text: string;
  /** Whose it is. */
  readonly of: string | null;
  readonly units: readonly UnitRow[];
  /** With the system, or the repository, that each is a part of. */
  readonly components: readonly {
    readonly name: string;
    readonly unit: string;
    readonly partOf: string | null;
  }[];
  /** Earlier decisions that one may see. */
  readonly earlier: readonly Earlier[];
}

/** As many as one looks through. */
const MOST = 8;

/** A name of fewer letters stands in too many texts. */
const LETTERS = 3;

/** Words that say nothing of what a text is about are shorter than this, mostly. */
const TELLING = 5;

/**
 * Who may be affected by a decision or may know of it: who owns what it names, who is named, who owns what hangs together with one's own,
 * and who took or advised on decisions alike.
 */
export function suggestedFor({ text, of, units, components, earlier }: Known): Suggested[] {
  const named = namesIn(text);
  const owners = components
    .filter(({ name, unit }) => unit !== of && name.length >= LETTERS && named(name))
    .map(({ name, unit }) => affected(unit, `owns ${name}, which the text names`));
  const beside = besideOwn({ named, of, components }).map(({ unit, name, partOf }) =>
    affected(unit, `owns ${name}, which is a part of ${partOf} as yours is`),
  );
  const called = units
    .filter(
      ({ id, name, archived, kind }) =>
        !archived && kind !== "organisation" && id !== of && name.length >= LETTERS && named(name),
    )
    .map(({ id }) => affected(id, "is named in the text"));
  const alike = earlier
    .map((one) => ({ one, shared: sharedWords(text, `${one.title} ${one.text}`) }))
    .filter(({ shared }) => shared >= 3)
    .toSorted((a, b) => b.shared - a.shared)
    .flatMap(({ one }) => expertsOf(one, of));
  const archived = new Set(units.filter((unit) => unit.archived).map(({ id }) => id));
  const all = [...owners, ...called, ...beside, ...alike].filter(
    ({ unit }) => unit === null || !archived.has(unit),
  );
  const first = new Map<string, Suggested>();
  for (const one of all)
    if (!first.has(`${one.unit} ${one.person}`)) first.set(`${one.unit} ${one.person}`, one);
  return [...first.values()].slice(0, MOST);
}

/** Others' components of the systems that one's own ones are a part of: of those that the text names, or of all where it names none. */
function besideOwn({
  named,
  of,
  components,
}: Pick<Known, "of" | "components"> & { named: (name: string) => boolean }) {
  const own = components.filter(({ unit, partOf }) => unit === of && partOf !== null);
  const meant = own.filter(({ name }) => named(name));
  const systems = new Set((meant.length > 0 ? meant : own).map(({ partOf }) => partOf));
  return components.filter(({ unit, partOf }) => unit !== of && partOf !== null && systems.has(partOf));
}

const affected = (unit: string, because: string): Suggested => ({
  unit,
  person: null,
  capacity: "affected",
  because,
});

const expertsOf = ({ title, unit, advised }: Earlier, of: string | null): Suggested[] => [
  ...(unit === null || unit === of
    ? []
    : [{ unit, person: null, capacity: "expert" as const, because: `decided “${title}”` }]),
  ...advised
    .filter((one) => one.unit !== of || one.person !== null)
    .map((one) => ({ ...one, capacity: "expert" as const, because: `gave advice on “${title}”` })),
];

/** Whether a name stands in a text as a whole, whatever the case: "pay" does not stand in "payments". */
function namesIn(text: string): (name: string) => boolean {
  const low = text.toLocaleLowerCase("en");
  const isLetter = /[\p{L}\p{N}]/u;
  return (name) => {
    const wanted = name.toLocaleLowerCase("en");
    for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, at + 1)) {
      const [before, after] = [low[at - 1] ?? " ", low[at + wanted.length] ?? " "];
      if (!isLetter.test(before) && !isLetter.test(after)) return true;
    }
    return false;
  };
}

/** How many telling words two texts share. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a].filter((word) => b.has(word)).length;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLocaleLowerCase("en").match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= TELLING),
  );
