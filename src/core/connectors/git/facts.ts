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
import { committedAt, type History, mergedAt, type Trunk } from "./history.ts";
import type { LineCount } from "./line-counts.ts";

/** What all facts of one reading say alike. Ids are made of it and of hashes alone, so that the same facts come again by the same ids. */
export interface Reading {
  readonly component: string;
  readonly reading: number;
  /** The repository that the component is a part of; `null` where it is the repository itself. */
  readonly repository: string | null;
}

const about = <Type extends Event["type"]>(type: Type, of: Reading, subject: string) => ({
  type,
  id: subject === of.component ? `${of.reading}` : `${of.reading}/${subject}`,
  source: of.repository === null ? `git:${of.component}` : `git:${of.repository}#${of.component}`,
  component: of.component,
  subject,
});

const origin = ({ reading, repository }: Reading) => ({
  reading,
  ...(repository === null ? {} : { repository }),
});

export interface Read {
  readonly content: Content;
  readonly authors: readonly string[];
  readonly lines: LineCount | null;
  readonly reverts: readonly string[];
}

export function changeMerged(
  of: Reading,
  history: Trunk,
  { commit, read }: { commit: number; read: Read },
): ChangeMerged {
  const at = committedAt(history, commit);
  const { content } = read;
  return {
    ...about("dev.cdevents.change.merged.0.2.0", of, content.hash),
    at: at ?? 0,
    content: {
      ...origin(of),
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
export const isByHost = (history: Trunk, commit: number, content: Content): boolean =>
  content.committerIsHost && content.authored === history.graph.seconds[commit];

export function changeDelivered(of: Reading, history: History, commit: number): ChangeDelivered {
  const place = history.delivered[commit] as number;
  const { id, at } = history.deployments[place] as Deployment;
  const content = {
    ...origin(of),
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
  readonly shared: ServiceDeployed["content"]["shared"] | null;
  /** The component's own, where it has one. */
  readonly rule: string | null;
}

export function serviceDeployed(of: Reading, history: History, told: Told): ServiceDeployed {
  const { id, at, names } = history.deployments[told.place] as Deployment;
  const artifact = told.rule === null ? (of.repository ?? of.component) : of.component;
  return {
    ...about("dev.cdevents.service.deployed.0.2.0", of, id),
    at,
    content: {
      ...origin(of),
      environment: { id: "production" },
      artifactId: `pkg:generic/${artifact.split("/").map(encodeURIComponent).join("/")}@${id}`,
      names,
      baseline: told.place === 0,
      cause: told.cause,
      mends: told.mends,
      changes: told.changes,
      ...(told.rule === null ? {} : { rule: told.rule }),
      ...(told.shared ? { shared: told.shared } : {}),
    },
  };
}

/** A reading that came to its end, of a repository and its parts. */
export interface Ended {
  readonly component: string;
  readonly reading: number;
  readonly tip: string;
  /** With the moment from which on it is known what is live of each, in milliseconds. */
  readonly parts: readonly { readonly component: string; readonly liveSince: number | null }[];
}

/** To be recorded together: the last one makes the reading count, for the repository and all its parts at once. */
export function repositoryRead({ component, reading, tip, parts }: Ended, now: number): RepositoryRead[] {
  const read = (of: Reading, said: { liveSince?: number | null }): RepositoryRead => ({
    ...about("dev.cdeventsx.septet-repository.read.0.1.0", of, of.component),
    at: now,
    content: { ...origin(of), tip, ...said },
  });
  return [
    ...parts.map(({ component: part, liveSince }) =>
      read({ component: part, reading, repository: component }, { liveSince }),
    ),
    read({ component, reading, repository: null }, {}),
  ];
}
