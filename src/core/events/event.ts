/**
 * An immutable fact from a tool, in the vocabulary of CDEvents 0.5 (https://cdevents.dev). What CDEvents has no word for
 * is a custom type as its specification foresees (`dev.cdeventsx.<tool>-<subject>.<predicate>`).
 * `source`, `type` and `id` together name an event: the same three are the same event, however often it comes.
 */
interface Fact<Type extends string, Content> {
  readonly type: Type;
  readonly id: string;
  /** URI reference of where it comes from, e.g. `git:acme/ledger`. */
  readonly source: string;
  /** The component it belongs to; never a team. */
  readonly component: string;
  /** The id of what it is about: a commit's hash, a deployment's id. */
  readonly subject: string;
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number;
  readonly content: Content & Origin;
}

/** Where a fact of a part of a repository comes from. */
interface Origin {
  /**
   * The repository that the component is a part of; missing where it is the repository itself. Facts about one commit or one
   * deployment of one repository are facts about one thing, and the repository's readings are those of its parts.
   */
  readonly repository?: string;
}

/**
 * A commit that is no merge, reachable from the default branch or from a deployment. `subject` is its hash, `at` its
 * committer time; where that is absurd, `problem` says so and `at` is 0.
 */
export type ChangeMerged = Fact<
  "dev.cdevents.change.merged.0.2.0",
  {
    /** Which whole reading of the source this fact belongs to; a rewritten history begins a new one. */
    readonly reading: number;
    readonly title: string;
    /** Author time in milliseconds; `null` where it is absurd. */
    readonly authoredAt: number | null;
    /** When the default branch first contained it, in milliseconds; `null` where it never did. */
    readonly mergedAt: number | null;
    /** Pseudonyms of author and co-authors. */
    readonly authors: readonly string[];
    /** `null` where the objects are not there. */
    readonly linesAdded: number | null;
    readonly linesRemoved: number | null;
    /** Hashes named by `This reverts commit …`. */
    readonly reverts: readonly string[];
    /** Made by the host's squash or rebase: the committer is the host and both times are equal. */
    readonly byHost: boolean;
    /** Why no figure may count it, or "". */
    readonly problem: "" | ChangeProblem;
  }
>;

export type ChangeProblem = "date-absurd";

/** A deployment delivered a change that no earlier one had. `subject` is the change, `at` the deployment's time. */
export type ChangeDelivered = Fact<
  "dev.cdeventsx.septet-change.delivered.0.1.0",
  {
    readonly reading: number;
    readonly deployment: string;
    /** The change's own committer time in milliseconds, 0 where absurd. */
    readonly committedAt: number;
    /** Delivered by the first deployment known: history, without a lead time. */
    readonly baseline: boolean;
  }
>;

/** A deployment to production. `subject` is its id: the commit's hash, as two tags on one commit are one deployment. */
export type ServiceDeployed = Fact<
  "dev.cdevents.service.deployed.0.2.0",
  {
    readonly reading: number;
    readonly environment: { readonly id: "production" };
    readonly artifactId: string;
    /** What people call it: its tags, or the start of its commit's hash. */
    readonly names: readonly string[];
    readonly baseline: boolean;
    readonly cause: Cause;
    /** The earlier deployments that failed, as this one shows, and how it shows. */
    readonly mends: readonly { readonly deployment: string; readonly because: string }[];
    /** How many changes it delivered. */
    readonly changes: number;
    /** The rule for what is live that the component does not have from its repository; missing where it has. */
    readonly rule?: string;
    /**
     * For which components of one repository its changes count, and how many for just these; missing where no other component could
     * have any of them.
     */
    readonly shared?: readonly { readonly components: readonly string[]; readonly changes: number }[];
  }
>;

/** Why a deployment happened: planned work, the fix of an earlier one, or going back to what had been delivered before. */
export type Cause = "planned" | "fix" | "rollback";

/**
 * The repository has been read whole: what earlier readings said of it and its parts, and this one does not, is gone. `subject` is
 * the component; of a part it only says that it has been read.
 */
export type RepositoryRead = Fact<
  "dev.cdeventsx.septet-repository.read.0.1.0",
  {
    readonly reading: number;
    readonly tip: string;
    /** Since when it is known what is live of a part, in milliseconds; missing for the repository itself. */
    readonly liveSince?: number | null;
  }
>;

export type Event = ChangeMerged | ChangeDelivered | ServiceDeployed | RepositoryRead;
