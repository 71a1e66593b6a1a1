import { deliveryOverview, deliveryReadings } from "../../../src/areas/delivery/contract.ts";
import * as impact from "../../../src/areas/impact/contract.ts";
import { audit } from "../../../src/core/audit/contract.ts";
import * as git from "../../../src/core/connectors/git/contract.ts";
import * as parts from "../../../src/core/connectors/git/parts/contract.ts";
import { erase, held } from "../../../src/core/held/contract.ts";
import * as measures from "../../../src/core/measures/contract.ts";
import * as notes from "../../../src/core/notes/contract.ts";
import * as sharing from "../../../src/core/sharing/contract.ts";
import { timeline } from "../../../src/core/timeline/contract.ts";
import type { AnswerOf } from "../../../src/platform/http/contract.ts";
import { type Attempt, administrators, annsAlone, everyone, type Heard, members, trying } from "./attempt.ts";
import { fresh, freshNote, freshPerson, ownAlone, payments, purposeOf, shared } from "./fresh.ts";
import { people } from "./world.ts";

export const whatIsShared: readonly Attempt[] = [
  trying(sharing.sharing, {
    takes: "read",
    input: payments,
    sees: ({ shares, can }) => `${shares.length}${can.share ? " shares" : ""}`,
    heard: {
      member: "ok 1 shares",
      "another team's member": "ok 1",
      "leader above": "ok 1",
      others: "ok 0",
    },
  }),
  trying(sharing.shareMeasure, {
    takes: "admin",
    input: { ...payments, measure: "changes-merged", with: "commerce" },
    heard: members,
  }),
  trying(notes.notes, {
    takes: "read",
    input: { ...payments, measure: "batch-size" },
    sees: ({ notes: seen, can }) => `${seen.length}${can.add ? " adds" : ""}`,
    heard: {
      member: "ok 5 adds",
      "another team's member": "ok 2",
      "leader above": "ok 2",
      "former member": "ok 1",
      others: "ok 0",
    },
  }),
  trying(notes.addNote, {
    takes: "admin",
    input: { ...payments, measure: "change-fail-rate", day: "2024-03-01", text: "Another" },
    heard: members,
  }),
  trying(notes.shareNote, {
    takes: "admin",
    input: ({ note }) => ({ id: note, visibility: "private" as const }),
    heard: annsAlone,
  }),
  trying(notes.removeNote, {
    takes: "admin",
    input: async (world) => ({ id: await freshNote(world) }),
    heard: annsAlone,
  }),
];

export const whatATeamIsFor: readonly Attempt[] = [
  trying(impact.purpose, {
    takes: "read",
    input: payments,
    sees: ({ holds, own, can }) =>
      [holds ? "it" : "nothing", own ? `${own.earlier.length > 0} earlier` : "", can.write ? "writes" : ""]
        .join(" ")
        .trim(),
    heard: {
      member: "ok it true earlier writes",
      "another team's member": "ok it",
      "leader above": "ok it",
      others: "ok nothing",
    },
  }),
  trying(impact.writePurpose, {
    takes: "admin",
    input: () => ({ ...payments, sentence: fresh("We get merchants paid") }),
    heard: members,
  }),
  trying(impact.reviewPurpose, {
    takes: "admin",
    input: async (world) => ({ ...payments, purpose: await purposeOf(world) }),
    heard: members,
  }),
  trying(impact.openPurpose, {
    takes: "admin",
    input: { ...payments, audience: "commerce" },
    heard: members,
  }),
];

export const figures = ({ summary, rowsVisible }: AnswerOf<typeof measures.measure>) =>
  `n = ${summary.n}, ${rowsVisible} rows`;

export const whatIsMeasured: readonly Attempt[] = [
  trying(measures.measures, { takes: "read", input: {}, heard: everyone }),
  trying(measures.measure, {
    takes: "read",
    about: "what Payments shares with Commerce",
    input: shared,
    sees: figures,
    heard: {
      member: "ok n = 2, all rows",
      "another team's member": "ok n = 2, none rows",
      "leader above": "ok n = 2, none rows",
      others: "403",
    },
  }),
  trying(measures.measure, {
    takes: "read",
    about: "what Payments shares with nobody",
    input: ownAlone,
    sees: figures,
    heard: { member: "ok n = 1, all rows", others: "403" },
  }),
  trying(measures.measureRows, {
    takes: "read",
    about: "what Payments shares with Commerce",
    input: shared,
    sees: ({ rows, total }) => `${rows.length} of ${total}`,
    heard: {
      member: "ok 2 of 2",
      "another team's member": "ok 0 of 0",
      "leader above": "ok 0 of 0",
      others: "403",
    },
  }),
  trying(measures.measureRows, {
    takes: "read",
    about: "what Payments shares with nobody",
    input: ownAlone,
    sees: ({ rows, total }) => `${rows.length} of ${total}`,
    heard: { member: "ok 1 of 1", others: "403" },
  }),
  trying(timeline, {
    takes: "read",
    input: payments,
    // Of decisions there are as many as were tried before, some with Shop's advice.
    sees: ({ staves }) => `${staves.filter(({ area }) => area !== "decisions").length}`,
    // Its purpose, what it asks itself and what it asked for stand in rows of their own.
    heard: { member: "ok 3", "another team's member": "ok 1", "leader above": "ok 1", others: "ok 0" },
  }),
  trying(deliveryOverview, {
    takes: "read",
    input: payments,
    sees: ({ slowest, unknownLive }) => `${slowest.length} ${unknownLive.join()}`,
    heard: { member: "ok 1 ", others: "ok 0 " },
  }),
  trying(deliveryReadings, {
    takes: "read",
    input: payments,
    sees: ({ readings }) => `${readings.length}`,
    heard: { member: "ok 8", "another team's member": "ok 1", "leader above": "ok 1", others: "ok 0" },
  }),
];

export const whatIsHeld: readonly Attempt[] = [
  trying(audit, {
    takes: "read",
    input: { unit: "payments" },
    sees: ({ entries }, name) =>
      entries.some(({ actor, aboutPerson }) => actor?.name !== name && aboutPerson?.name !== name)
        ? "what others did"
        : "one's own",
    heard: { member: "ok what others did", others: "ok one's own" },
  }),
  trying(held, {
    takes: "session",
    input: {},
    sees: ({ files }) => String(files.find(({ name }) => name === "person")?.rows.map(({ name }) => name)),
    heard: Object.fromEntries([
      ...Object.entries(people).map(([who, name]) => [who, `ok ${name}`]),
      ["others", "ok"],
    ]) as Heard,
  }),
  trying(erase, {
    takes: "session",
    input: async (world) => ({ id: await freshPerson(world) }),
    heard: administrators,
  }),
];

export const repositories: readonly Attempt[] = [
  trying(git.importGit, {
    takes: "admin",
    input: ({ repository }) => ({ path: repository }),
    heard: administrators,
  }),
  trying(git.gitImport, {
    takes: "read",
    input: ({ imported }) => ({ id: imported }),
    heard: administrators,
  }),
  trying(git.gitImports, { takes: "read", input: {}, heard: administrators }),
  trying(git.nearbyRepositories, { takes: "read", input: {}, heard: administrators }),
  trying(git.deploymentWays, { takes: "read", input: { component: "ledger" }, heard: administrators }),
  trying(parts.repositoryParts, { takes: "read", input: { component: "ledger" }, heard: administrators }),
  trying(parts.putPart, {
    takes: "admin",
    // For nobody who is there, so that it goes no further than past the door.
    input: { component: "ledger", part: "ledger/docs", paths: ["docs/"], unit: "nowhere" },
    heard: { administrator: "400", others: "403" },
  }),
  trying(parts.removePart, {
    takes: "admin",
    input: { component: "ledger", part: "ledger/nothing" },
    heard: { administrator: "404", others: "403" },
  }),
];
