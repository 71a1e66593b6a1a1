import { daysBetween, sayAge } from "../../core/ages.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";
import type { ListedLinkKind } from "./links/contract.ts";
import { sayDay } from "./stand.ts";
import type { Bound, Came, LinkKind, Stance, Taken, Undone } from "./values.ts";

const bounds: Record<Bound, string> = { "at-most": "at most", "at-least": "at least" };

/** "Change lead time at most 2 days by week". */
export function sayToldBy(told: {
  bound: Bound;
  value: number;
  title: string;
  unit: MeasureUnit;
  every: string;
}): string {
  return `${told.title} ${bounds[told.bound]} ${formatReading(told.value, told.unit)} in a ${told.every}`;
}

/** How much care a decision wants by how hard it is to take back. */
export const care: Record<Undone, string> = {
  easily: "Easily taken back: decide quickly, and look at what comes of it.",
  "with-effort": "Taken back with effort: ask those whom it touches, and say what is expected.",
  hardly: "Hardly taken back: look for other ways, ask for advice, and sleep on it.",
};

interface Expected {
  readonly sure: number | null;
  readonly resolveBy: string;
  readonly came: Came | null;
  readonly byMeasure: boolean;
  readonly today: string;
}

const cameWords: Record<Came, string> = {
  yes: "It came.",
  no: "It did not come.",
  void: "It could not be told.",
};

/** "70 % sure, told on 3 May 2027 by its measure"; "80 % sure. It came." */
export function sayExpectation({ sure, resolveBy, came, byMeasure, today }: Expected): string {
  const likely = sure === null ? "" : `${sure} % sure`;
  if (came !== null) return [likely, cameWords[came]].filter(Boolean).join(". ");
  const when =
    resolveBy <= today
      ? byMeasure
        ? "its measure tells it as soon as the figures are there"
        : "can be told by now"
      : `told on ${sayDay(resolveBy)}${byMeasure ? " by its measure" : ""}`;
  return [likely, when].filter(Boolean).join(", ");
}

const stances: Record<Stance, string> = { for: "for it", concern: "has a concern", against: "against it" };
const takens: Record<Taken, string> = { yes: "taken", partly: "taken in part", no: "not taken" };

interface Advised {
  readonly askedOn: string;
  readonly stance: Stance | null;
  readonly said: boolean;
  readonly taken: Taken | null;
  readonly today: string;
}

/** "asked 3 days ago"; "against it, not taken". */
export function sayAdvice({ askedOn, stance, said, taken, today }: Advised): string {
  if (!said) {
    const days = daysBetween(askedOn, today);
    return days <= 0 ? "asked today" : `asked ${sayAge(days)} ago`;
  }
  const parts = [stance === null ? null : stances[stance], taken === null ? null : takens[taken]];
  return parts.filter((part) => part !== null).join(", ") || "said";
}

const links: Record<LinkKind, readonly [here: string, there: string]> = {
  supersedes: ["replaces", "is replaced by"],
  amends: ["amends", "is amended by"],
  relates: ["has to do with", "has to do with"],
  conflicts: ["is at odds with", "is at odds with"],
  follows: ["follows", "is followed by"],
  departs: ["departs from", "is departed from by"],
};

/** "replaces", "is replaced by", "departs from, until 3 May 2027". */
export function sayLink(
  kind: LinkKind,
  { inverse, until }: { inverse: boolean; until: string | null },
): string {
  const said = links[kind][inverse ? 1 : 0];
  return until === null ? said : `${said}, until ${sayDay(until)}`;
}

const inverses: Record<LinkKind, ListedLinkKind> = {
  supersedes: "superseded-by",
  amends: "amended-by",
  relates: "relates",
  conflicts: "conflicts",
  follows: "followed-by",
  departs: "departed-by",
};

/** The kind of a link as it is listed with the decision at one of its ends. */
export const listedKind = (kind: LinkKind, inverse: boolean): ListedLinkKind =>
  inverse ? inverses[kind] : kind;
