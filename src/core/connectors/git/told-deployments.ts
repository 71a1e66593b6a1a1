import type { Event, ServiceDeployed } from "../../events/event.ts";
import { causesOf } from "./causes.ts";
import { componentsAt } from "./counted.ts";
import { type Delivery, deliveriesOf } from "./deliveries.ts";
import { serviceDeployed } from "./facts.ts";
import type { Mark } from "./marks.ts";
import { remark } from "./remarks.ts";
import type { Component, Series } from "./series.ts";
import type { Tally } from "./tally.ts";
import { knownOf, readingOf, type Task } from "./task.ts";

/** The new deployments of each series, in their order, each for the components for which it counts. */
export function* tellDeployments(task: Task, tally: Tally, marks: readonly Mark[]): Generator<Event> {
  const { membership } = task;
  const counted = (component: Component) => tally.of(component).counted;
  const causes = causesOf({ ...task, counted }, marks);
  for (const series of task.series) {
    const deliveredAt = deliveriesOf(series, membership, knownOf(task, series));
    const { deployments } = series.history;
    for (let place = knownOf(task, series); place < deployments.length; place++) {
      const delivered = deliveredAt(place);
      for (const component of componentsAt(series, membership, { place, delivered, counted })) {
        counted(component).add(place);
        const reason = causes.of({ component, series, place });
        for (const { deployment } of reason.mends) tally.of(component).failed.add(deployment);
        const told = {
          place,
          ...reason,
          ...broughtTo(task, component, { series, place, delivered }),
          rule: series.rule,
        };
        yield serviceDeployed(readingOf(task, component), series.history, told);
      }
    }
  }
  tally.remarks.push(...remark(ASTRAY, causes.astray()));
}

const ASTRAY = "lines Fixes-Deployment in commit messages that name no earlier deployment";

interface Told {
  readonly series: Series;
  readonly place: number;
  readonly delivered: readonly Delivery[];
}

/** How many changes a deployment brings to a component, and with which others it shares them. What the first one holds is history. */
function broughtTo(
  { membership: { sets, names } }: Task,
  { number }: Component,
  { series, place, delivered }: Told,
): { changes: number; shared: ServiceDeployed["content"]["shared"] | null } {
  const own = delivered.filter(({ set }) => sets[set]?.includes(number));
  const changes = own.reduce((sum, one) => sum + one.changes, 0);
  if (series.components.length === 1 || place === 0) return { changes, shared: null };
  // Sets are numbered as they are met, which differs from reading to reading; what is told does not.
  const shared = own
    .map(({ set, changes: n }) => ({
      components: (sets[set] ?? []).map((one) => names[one] as string),
      changes: n,
    }))
    .sort((a, b) => (a.components.join("\n") < b.components.join("\n") ? -1 : 1));
  return { changes, shared };
}
