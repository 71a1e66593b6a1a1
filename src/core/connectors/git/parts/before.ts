import type { PartsBefore } from "../before.ts";
import { deploymentsBy } from "../found.ts";
import { printOfDeployments, printOfParts } from "../print.ts";
import { liveSince } from "../series.ts";
import type { Survey } from "../survey.ts";
import type { Tally } from "../tally.ts";
import type { Task } from "../task.ts";
import type { Part } from "./part.ts";

/** What the next reading has to know of a repository's parts. */
export function partsBefore(
  parts: readonly Part[],
  { chosen, own }: Survey,
  { task: { series }, tally }: { task: Task; tally: Tally },
): PartsBefore {
  const components = series.flatMap((one) =>
    one.components.map((component) => {
      const { changes, failed, counted } = tally.of(component);
      return {
        number: component.number,
        kept: {
          component: component.name,
          changes,
          deployments: counted.size,
          failed: [...failed].sort(),
          counted: counted.kept,
          deploymentsBy: deploymentsBy((one.rule === null ? null : own.get(one.rule)) ?? chosen),
          liveSince: liveSince(one),
        },
      };
    }),
  );
  return {
    print: printOfParts(parts) ?? "",
    series: series.flatMap(({ rule, history: { deployments } }) =>
      rule === null ? [] : [{ rule, n: deployments.length, print: printOfDeployments(deployments) }],
    ),
    components: components.sort((a, b) => a.number - b.number).map(({ kept }) => kept),
  };
}
