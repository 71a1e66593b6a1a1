import { firstReaching, numberOf } from "./graph.ts";
import { type History, historyOf, type Trunk } from "./history.ts";
import type { Part } from "./parts/part.ts";
import { type Survey, tipsChosen } from "./survey.ts";

/** A repository itself, or one of its parts. */
export interface Component {
  /** Its number in the membership of changes: 0 is the repository itself. */
  readonly number: number;
  readonly name: string;
  /** Whether all deployments of its series count for it; else those alone that bring it a change or take one back. */
  readonly every: boolean;
}

/** The deployments that one rule makes, and the components whose changes they bring to users. */
export interface Series {
  /** `null` for the repository's own rule. */
  readonly rule: string | null;
  readonly history: History;
  readonly components: readonly Component[];
  /** Not -1 for what can be reached from the default branch or from what the rule chooses; `null` where that is all. */
  readonly reached: Int32Array | null;
}

/** The repository's own series first, then one for each rule that only parts have. */
export function seriesOf(
  trunk: Trunk,
  seen: Survey,
  { repository, parts }: { repository: string; parts: readonly Part[] },
): Series[] {
  const components = parts.map(({ component, deployments }, place) => ({
    ...{ number: place + 1, name: component, every: deployments !== null },
    rule: deployments !== null && seen.own.has(deployments) ? deployments : null,
  }));
  const itself = { number: 0, name: repository, every: parts.length === 0, rule: null };
  const all = [itself, ...components];
  const rules = [null, ...seen.own.keys()];
  return rules.map((rule) => {
    const chosen = rule === null ? seen.chosen : (seen.own.get(rule) ?? seen.chosen);
    const tips = [seen.branch.tip, ...tipsChosen(chosen)].map((hash) => numberOf(trunk.graph, hash));
    return {
      rule,
      history: historyOf(trunk, chosen),
      components: all.filter((one) => one.rule === rule),
      reached: rules.length === 1 ? null : firstReaching(trunk.graph, tips),
    };
  });
}

/** From when on it is known what is live, in milliseconds; `null` where it is not. */
export const liveSince = ({ history }: Series): number | null => history.deployments[0]?.at ?? null;

/** The series of the repository's own rule. */
export function ofRepository(series: readonly Series[]): Series {
  const [own] = series;
  if (!own) throw new Error("a repository has a series of its own");
  return own;
}
