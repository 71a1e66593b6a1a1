import type {
  ChangeDelivered,
  ChangeMerged,
  Event,
  RepositoryRead,
  ServiceDeployed,
} from "../../events/event.ts";
import type { Reason } from "./causes.ts";
import type { Content } from "./contents.ts";
import { believable } from "./dates.ts";
import type { Deployment } from "./deployments.ts";
import { committedAt, type History, mergedAt } from "./history.ts";
import type { LineCount } from "./line-counts.ts";

/** What all facts of one reading say alike. Ids are made of it and of hashes alone, so that the same facts come again by the same ids. */
export interface Reading {
  readonly component: string;
  readonly reading: number;
}

const about = <Type extends Event["type"]>(type: Type, { component, reading }: Reading, subject: string) => ({
  type,
  id: subject === component ? `${reading}` : `${reading}/${subject}`,
  source: `git:${component}`,
  component,
  subject,
});

export interface Read {
  readonly content: Content;
  readonly authors: readonly string[];
  readonly lines: LineCount | null;
  readonly reverts: readonly string[];
}

export function changeMerged(
  of: Reading,
  history: History,
  { commit, read }: { commit: number; read: Read },
): ChangeMerged {
  const at = committedAt(history, commit);
  const { content } = read;
  return {
    ...about("dev.cdevents.change.merged.0.2.0", of, content.hash),
    at: at ?? 0,
    content: {
      reading: of.reading,
      title: content.title,
      authoredAt: believable(content.authored, history.now),
      mergedAt: mergedAt(history, commit),
      authors: read.authors,
      linesAdded: read.lines?.added ?? null,
      linesRemoved: read.lines?.removed ?? null,
      reverts: read.reverts,
      byHost: isByHost(history, commit, content),
      problem: at === null ? "date-absurd" : "",
    },
  };
}

/** Squashed or rebased by the host: a commit that a person made was written before the host committed it. */
export const isByHost = (history: History, commit: number, content: Content): boolean =>
  content.committerIsHost && content.authored === history.graph.seconds[commit];

export function changeDelivered(of: Reading, history: History, commit: number): ChangeDelivered {
  const place = history.delivered[commit] as number;
  const { id, at } = history.deployments[place] as Deployment;
  const content = {
    reading: of.reading,
    deployment: id,
    committedAt: committedAt(history, commit) ?? 0,
    baseline: place === 0,
  };
  return {
    ...about("dev.cdeventsx.septet-change.delivered.0.1.0", of, history.graph.hashes.at(commit)),
    at,
    content,
  };
}

export interface Told extends Reason {
  readonly place: number;
  readonly changes: number;
}

export function serviceDeployed(of: Reading, history: History, told: Told): ServiceDeployed {
  const { id, at, names } = history.deployments[told.place] as Deployment;
  return {
    ...about("dev.cdevents.service.deployed.0.2.0", of, id),
    at,
    content: {
      reading: of.reading,
      environment: { id: "production" },
      artifactId: `pkg:generic/${of.component.split("/").map(encodeURIComponent).join("/")}@${id}`,
      names,
      baseline: told.place === 0,
      cause: told.cause,
      mends: told.mends,
      changes: told.changes,
    },
  };
}

export const repositoryRead = (of: Reading, { tip, now }: { tip: string; now: number }): RepositoryRead => ({
  ...about("dev.cdeventsx.septet-repository.read.0.1.0", of, of.component),
  at: now,
  content: { reading: of.reading, tip },
});
