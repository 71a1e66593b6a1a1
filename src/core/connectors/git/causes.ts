import type { Cause } from "../../events/event.ts";
import type { Counted } from "./counted.ts";
import type { Deployment } from "./deployments.ts";
import type { Trunk } from "./history.ts";
import { concernedBy, inTime, type Mark, revertedBy } from "./marks.ts";
import type { Membership } from "./parts/membership.ts";
import { short } from "./remarks.ts";
import type { Component, Series } from "./series.ts";

export interface Reason {
  readonly cause: Cause;
  /** The earlier deployments that failed, as this one shows, and how it shows. */
  readonly mends: readonly { readonly deployment: string; readonly because: string }[];
}

/** A component that a commit concerns, with the place of the deployment that delivered the commit, or -1. */
export interface Side {
  readonly component: Component;
  readonly series: Series;
  readonly place: number;
}

export interface Causes {
  /** Why the deployment at a place happened, seen from one of the components for which it counts. */
  of(side: Side): Reason;
  /** Trailers that name no earlier deployment of what their commit changes, as `hash: TAG`. Ask once all deployments are told. */
  astray(): string[];
}

export interface Causing {
  readonly trunk: Trunk;
  readonly series: readonly Series[];
  readonly membership: Membership;
  counted(component: Component): Counted;
}

/** A deployment shows that an earlier one had failed. */
interface Mend extends Side {
  readonly mended: number;
  readonly because: string;
}

/**
 * A deployment that delivers the revert of a change which an earlier one delivered, or a commit with `Fixes-Deployment: TAG`, is a fix of
 * that earlier one. A deployment of a commit that an earlier one had delivered is a rollback, and mends the one before it.
 * Each component sees only its own changes and its own deployments.
 */
export function causesOf(causing: Causing, marks: readonly Mark[]): Causes {
  const { trunk } = causing;
  const finders = new Map(
    causing.series.map((series) => [series, deploymentFinder(series.history.deployments)] as const),
  );
  const mends = collected();
  const fixes: { readonly said: string; readonly mends: readonly Mend[] }[] = [];
  for (const mark of inTime(trunk, marks)) {
    const sides = sidesOf(causing, mark.commit);
    const hash = short(trunk.graph.hashes.at(mark.commit));
    for (const mend of revertsIn(causing, mark, sides)) mends.add(mend);
    for (const name of mark.fixes) {
      const because = `${hash} says Fixes-Deployment: ${name}`;
      const named = sides.flatMap((side) => {
        const mended = finders.get(side.series)?.(name, side.place) ?? null;
        return mended === null ? [] : [{ ...side, mended, because }];
      });
      for (const mend of named) mends.add(mend);
      // What is not delivered everywhere may name a deployment to come.
      if (sides.every(({ place }) => place >= 0)) fixes.push({ said: `${hash}: ${name}`, mends: named });
    }
  }
  const counts = ({ component, place, mended }: Mend): boolean =>
    causing.counted(component).has(place) && causing.counted(component).has(mended);
  return {
    of: (side) => {
      const counted = causing.counted(side.component);
      const own = mends.of(side).filter(([mended]) => counted.has(mended));
      return reasonOf(side, counted.before(side.place), own);
    },
    astray: () => fixes.flatMap(({ said, mends }) => (mends.some(counts) ? [] : [said])),
  };
}

function sidesOf({ trunk, series, membership }: Causing, commit: number): Side[] {
  const concerned = concernedBy(trunk, membership, commit);
  return series.flatMap((one) =>
    one.components
      .filter(({ number }) => concerned.has(number))
      .map((component) => ({ component, series: one, place: one.history.delivered[commit] as number })),
  );
}

function* revertsIn({ trunk, membership }: Causing, mark: Mark, sides: readonly Side[]): Generator<Mend> {
  if (trunk.merges[mark.commit] === 1) return;
  for (const mention of mark.reverts) {
    const because = `${short(trunk.graph.hashes.at(mark.commit))} reverts ${short(mention.hash)}`;
    const changes = revertedBy(trunk, mention);
    for (const side of sides) {
      const { number } = side.component;
      const own = changes.filter((change) => membership.has(change, number));
      const places = new Set(own.map((change) => side.series.history.delivered[change] as number));
      for (const mended of places) yield { ...side, mended, because };
    }
  }
}

/** What is mended by each deployment of each component, in order; the first that shows it says why. */
function collected() {
  const all = new Map<Component, Map<number, Map<number, string>>>();
  return {
    add({ component, place, mended, because }: Mend): void {
      if (mended < 0 || mended >= place) return;
      const places = all.get(component) ?? new Map<number, Map<number, string>>();
      const those = places.get(place) ?? new Map<number, string>();
      all.set(component, places.set(place, those.has(mended) ? those : those.set(mended, because)));
    },
    of: ({ component, place }: Side): [number, string][] =>
      [...(all.get(component)?.get(place) ?? [])].sort(([a], [b]) => a - b),
  };
}

function reasonOf(
  { series: { history }, place }: Side,
  before: number,
  mends: readonly (readonly [number, string])[],
): Reason {
  const { deployments, delivered } = history;
  const { commit, id } = deployments[place] as Deployment;
  const first = delivered[commit] as number;
  const previous = deployments[before];
  if (first < place) {
    const because = `went back to ${short(id)}, which ${deployments[first]?.names[0]} had delivered`;
    return { cause: "rollback", mends: previous ? [{ deployment: previous.id, because }] : [] };
  }
  return {
    cause: mends.length > 0 ? "fix" : "planned",
    mends: mends.map(([at, because]) => ({ deployment: deployments[at]?.id as string, because })),
  };
}

/** Finds an earlier deployment by one of its names, or by seven or more letters of its commit's hash. */
function deploymentFinder(
  deployments: readonly Deployment[],
): (name: string, place: number) => number | null {
  const byName = new Map(
    deployments.flatMap(({ names }, place) => names.map((name) => [name, place] as const)),
  );
  return (written, place) => {
    const name = written.replace(/^refs\/tags\//, "");
    const hash = /^[0-9a-f]{7,64}$/i.test(name) ? name.toLowerCase() : null;
    const found =
      byName.get(name) ?? (hash === null ? -1 : deployments.findIndex(({ id }) => id.startsWith(hash)));
    return found >= 0 && found < place ? found : null;
  };
}
