import type { Measure } from "../../core/measures/measure.ts";

const dora = "DORA's software delivery metrics, 2026-01 (https://dora.dev/guides/dora-metrics/)";
const changes = { one: "change", many: "changes" };
const deployments = { one: "deployment", many: "deployments" };
const failures = { one: "failed deployment", many: "failed deployments" };

const foundBy = "reverts and rollbacks found";
const lowerBound =
  "From Git this means reverts and rollbacks found, a lower bound: a failure that was mended by rolling forward without a mark stays unseen.";
const onlyWhatIsLive = "Without a known deployment it is unknown, never 0: nothing says what is live.";

const rows = (name: string) => new URL(`./${name}.sql`, import.meta.url);

export const changesMerged: Measure = {
  id: "changes-merged",
  title: "Changes merged",
  question: "How much comes together?",
  unit: "changes",
  better: null,
  aggregate: "count",
  meaning: "How many changes came together.",
  formula:
    "The number of changes (commits that are no merges, reachable from the default branch or from a deployment), each at its committer time.",
  source: "Git history",
  notes: ["Its size depends on habits such as squashing, so it compares a team with itself only."],
  rows: rows("changes-merged"),
  scale: "linear",
  of: changes,
  needs: "changes",
  says: (value, every) => `${value} are merged in an average ${every}`,
};

export const deploymentFrequency: Measure = {
  id: "deployment-frequency",
  title: "Deployment frequency",
  question: "How often do users get something new?",
  unit: "deployments",
  better: "higher",
  aggregate: "count",
  meaning: "How often users get something new.",
  formula:
    "The number of deployments to production, each at its time; beside it, on how many days there was one.",
  source: dora,
  notes: ["The first deployment known counts like any other.", onlyWhatIsLive],
  rows: rows("deployment-frequency"),
  scale: "linear",
  of: deployments,
  needs: "deployments",
  says: (value, every) => `${value} in an average ${every}`,
};

export const timeBetweenDeployments: Measure = {
  id: "time-between-deployments",
  title: "Time between deployments",
  question: "How long until users get the next thing?",
  unit: "seconds",
  better: "lower",
  aggregate: "median",
  meaning: "How long users wait from one deployment to the next.",
  formula:
    "The median over deployments of their time minus that of the deployment before it of the same component, in the period of the later one.",
  source: dora,
  notes: ["DORA names it as another way to say deployment frequency.", onlyWhatIsLive],
  rows: rows("time-between-deployments"),
  scale: "log",
  of: deployments,
  needs: "deployments",
  says: (value) => `Half of the deployments follow the one before within ${value}`,
  atOnce:
    "Half of the deployments come at the same moment as the one before, so this says nothing; how often there is one says more.",
};

export const changeLeadTime: Measure = {
  id: "change-lead-time",
  title: "Change lead time",
  question: "How long does a finished idea wait?",
  byHostTitle: "Merge to release",
  unit: "seconds",
  better: "lower",
  aggregate: "median",
  meaning: "How long a finished change waits before people can use it.",
  formula:
    "The median over changes of the time of the deployment that delivered it minus its committer time, in the period of the deployment; beside it the 85th percentile.",
  source: dora,
  notes: [
    "What the first deployment known delivered is history and has no lead time.",
    "Where the host made most of the commits (squash or rebase), their time is that of the merge: then it is called Merge to release. Pull requests would show the rest.",
    onlyWhatIsLive,
  ],
  rows: rows("change-lead-time"),
  scale: "log",
  of: changes,
  needs: "deployments",
  says: (value) => `Half of the changes reach users within ${value}`,
  atOnce:
    "By the rule chosen, changes are live as soon as they are merged, so this says nothing; pull requests would show the rest.",
};

export const batchSize: Measure = {
  id: "batch-size",
  title: "Batch size",
  question: "How much goes live at once?",
  unit: "changes",
  better: "lower",
  aggregate: "median",
  meaning: "How much goes live at once.",
  formula: "The median over deployments of the number of changes that they delivered.",
  source:
    "Working in small batches, a capability of DORA's (https://dora.dev/capabilities/working-in-small-batches/)",
  notes: ["The first deployment known and rollbacks are left out.", onlyWhatIsLive],
  rows: rows("batch-size"),
  countsShared: true,
  scale: "log",
  of: deployments,
  needs: "deployments",
  says: (value) => `Half of the deployments bring ${value} or fewer`,
};

export const changeFailRate: Measure = {
  id: "change-fail-rate",
  title: "Change fail rate",
  question: "How many deployments have to be mended?",
  foundBy,
  unit: "ratio",
  better: "lower",
  aggregate: "share",
  meaning: "How many deployments had to be mended.",
  formula:
    "Deployments that a later one fixed or rolled back, divided by all deployments, in the period of the deployment that failed.",
  source: dora,
  notes: [lowerBound, "A recent deployment may still turn out to have failed.", onlyWhatIsLive],
  rows: rows("change-fail-rate"),
  scale: "linear",
  of: deployments,
  needs: "deployments",
  says: (value) => `${value} of the deployments failed, as reverts and rollbacks show`,
};

export const failedDeploymentRecoveryTime: Measure = {
  id: "failed-deployment-recovery-time",
  title: "Failed deployment recovery time",
  question: "How long do users live with a failure?",
  foundBy,
  unit: "seconds",
  better: "lower",
  aggregate: "median",
  meaning: "How long users live with a deployment that failed.",
  formula:
    "The median over failed deployments of the time of the first deployment that mended it minus its own, in the period in which it was mended.",
  source: dora,
  notes: [lowerBound, onlyWhatIsLive],
  rows: rows("failed-deployment-recovery-time"),
  scale: "log",
  of: failures,
  needs: "deployments",
  says: (value) =>
    `Half of the failed deployments that reverts and rollbacks show were mended within ${value}`,
  atOnce:
    "By the rule chosen, half of the failed deployments found were mended at the very moment at which they went live, so this says nothing.",
};

export const deploymentReworkRate: Measure = {
  id: "deployment-rework-rate",
  title: "Deployment rework rate",
  question: "How many deployments only mend an earlier one?",
  foundBy,
  unit: "ratio",
  better: "lower",
  aggregate: "share",
  meaning: "How many deployments were only there to mend an earlier one.",
  formula:
    "Deployments that are a fix or a rollback of an earlier one, divided by all deployments, in the period of the fix or rollback.",
  source: dora,
  notes: [lowerBound, onlyWhatIsLive],
  rows: rows("deployment-rework-rate"),
  scale: "linear",
  of: deployments,
  needs: "deployments",
  says: (value) => `${value} of the deployments were there to mend an earlier one`,
};

/** In the order in which they are listed. */
export const deliveryMeasures: readonly Measure[] = [
  changeLeadTime,
  deploymentFrequency,
  timeBetweenDeployments,
  batchSize,
  changesMerged,
  changeFailRate,
  failedDeploymentRecoveryTime,
  deploymentReworkRate,
];
