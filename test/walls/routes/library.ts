import { library, similar } from "../../../src/core/library/contract.ts";
import { type Attempt, trying } from "./attempt.ts";

/** What is found is what each may read where it is written. */
export const whatIsWritten: readonly Attempt[] = [
  trying(library, {
    takes: "read",
    input: { q: '"a note"', kind: "note" },
    sees: ({ results, total }) => `${results.length} of ${total}`,
    heard: {
      member: "ok 5 of 5",
      "another team's member": "ok 2 of 2",
      "leader above": "ok 2 of 2",
      "former member": "ok 1 of 1",
      others: "ok 0 of 0",
    },
  }),
  trying(similar, {
    takes: "read",
    input: { title: "We get merchants paid" },
    sees: ({ near }) => (near.length === 0 ? "nothing" : "something near"),
    heard: {
      member: "ok something near",
      "another team's member": "ok something near",
      "leader above": "ok something near",
      others: "ok nothing",
    },
  }),
];
