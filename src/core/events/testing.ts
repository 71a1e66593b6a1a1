/** Test support: only tests import this. Builders of facts that name only what a test is about. */
import type { ChangeDelivered, ChangeMerged, Event, RepositoryRead, ServiceDeployed } from "./event.ts";

type Said<E extends Event> = Partial<E["content"]>;

export interface Facts {
  change(id: string, at: string, said?: Said<ChangeMerged>): Event;
  /** A deployment with the changes that it delivers. */
  deployed(id: string, at: string, said?: Said<ServiceDeployed> & { delivers?: readonly string[] }): Event[];
  read(): Event;
}

/** Facts of one component in one reading; times are ISO instants, ids may be any text. */
export function factsIn(component: string, reading = 1): Facts {
  const source = `git:${component}`;
  const about = (subject: string, at: string) => ({ source, component, subject, at: Date.parse(at) });
  return {
    change: (id, at, said = {}) => ({
      ...about(id, said.problem ? "1970-01-01T00:00:00Z" : at),
      type: "dev.cdevents.change.merged.0.2.0",
      id: `${reading}/merged/${id}`,
      content: {
        ...plainChange,
        title: `Change ${id}`,
        mergedAt: Date.parse(at),
        authoredAt: Date.parse(at),
        ...said,
        reading,
      },
    }),
    deployed: (id, at, { delivers = [], ...said } = {}) => [
      ...delivers.map(
        (change): ChangeDelivered => ({
          ...about(change, at),
          type: "dev.cdeventsx.septet-change.delivered.0.1.0",
          id: `${reading}/delivered/${change}/${id}`,
          content: { reading, deployment: id, committedAt: 0, baseline: said.baseline ?? false },
        }),
      ),
      {
        ...about(id, at),
        type: "dev.cdevents.service.deployed.0.2.0",
        id: `${reading}/deployed/${id}`,
        content: {
          ...plainDeployment,
          artifactId: id,
          names: [id],
          changes: delivers.length,
          ...said,
          reading,
        },
      },
    ],
    read: (): RepositoryRead => ({
      ...about(component, "2026-01-01T00:00:00Z"),
      type: "dev.cdeventsx.septet-repository.read.0.1.0",
      id: `${reading}/read`,
      content: { reading, tip: "tip" },
    }),
  };
}

const plainChange: Omit<ChangeMerged["content"], "reading" | "title" | "mergedAt" | "authoredAt"> = {
  authors: [],
  linesAdded: 1,
  linesRemoved: 0,
  reverts: [],
  byHost: false,
  problem: "",
};

const plainDeployment: Omit<ServiceDeployed["content"], "reading" | "artifactId" | "names" | "changes"> = {
  environment: { id: "production" },
  baseline: false,
  cause: "planned",
  mends: [],
};
