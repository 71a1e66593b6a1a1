import { merged } from "../merged.ts";
import { isSame } from "../record/edit/must-show.ts";
import type { FileValues } from "./values.ts";

/** What came of a file that changed, of which something was changed here too. */
export interface PutTogether {
  readonly values: FileValues;
  /** What both sides changed in different ways; there it is as it was here. */
  readonly clashes: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ title: "the title", status: "the status", decidedOn: "the day", body: "the text" },
  ...{ deciders: "who decides", consulted: "who was consulted", informed: "who was informed" },
  ...{ reviewBy: "when it comes back", expects: "what is expected", advice: "the advice" },
};

/** What follows from others, and never clashes by itself. */
const FOLLOWS = ["rawStatus", "proposedOn"];

/** What is here and what its file says now, where both began from what the file said before: field by field, and the text by lines. */
export function putTogether(base: FileValues, here: FileValues, there: FileValues): PutTogether {
  const clashes: string[] = [];
  const fields = Object.keys(there) as (keyof FileValues)[];
  const entries = fields.map((field) => {
    if (isSame(here[field], base[field]) || isSame(here[field], there[field])) return [field, there[field]];
    if (isSame(there[field], base[field])) return [field, here[field]];
    const text = field === "body" ? merged(base.body, here.body, there.body) : null;
    if (text !== null) return [field, text];
    if (!FOLLOWS.includes(field)) clashes.push(NAMES[field] ?? field);
    return [field, here[field]];
  });
  return { values: Object.fromEntries(entries) as FileValues, clashes };
}

/** "Both here and in the file something else was made of the title and the text." */
export const sayClash = (clashes: readonly string[]): string =>
  `Here and in the file different things were made of ${list(clashes)}. What is here stays; say on the decision's page which holds.`;

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
