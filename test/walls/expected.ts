import { forumsExpected } from "./forums-expected.ts";
import type { ActorName } from "./world.ts";

/** What each may do with a table's rows in {@link makeWorld}; `others` is everybody who is not named. */
type Rights = Partial<Record<ActorName, string>> & { readonly others: string };

const none = "reads 0";
const closed: Rights = { others: "reads no" };
/** Names and structure are no secret inside. */
const known = (rows: number, more: Partial<Record<ActorName, string>> = {}): Rights => ({
  nobody: none,
  stranger: none,
  others: `reads ${rows}`,
  ...more,
});
const partsOfCommerce: Rights = {
  ...{ member: "reads 1", "another team's member": "reads 1", "leader above": "reads 1" },
  others: none,
};
const administrators = (rows: number): Rights => ({ administrator: `reads ${rows}`, others: none });

const unitColumns = (n: number) =>
  ["slug", "name", "kind", "parent", "time_zone", "ref", "source", "archived_at"]
    .map((column) => `${column}×${n}`)
    .join(" ");
const personColumns = (n: number) =>
  ["name", "administrator", "ref", "source", "archived_at"].map((column) => `${column}×${n}`).join(" ");
const componentColumns = ["example", "title", "kind", "part_of", "ref", "source", "archived_at"]
  .map((column) => `${column}×2`)
  .join(" ");

const loopColumns = [
  ...["about", "area", "question", "measures", "every", "rule", "starts", "at", "time_zone", "audience"],
  ...["shared_since", "share_after", "ended_at"],
]
  .map((column) => `${column}×3`)
  .join(" ");

const columns = (names: readonly string[], n: number): string =>
  names.map((name) => `${name}×${n}`).join(" ");

const decisionColumns = columns(
  [
    ...[
      "sort",
      "title",
      "status",
      "raw_status",
      "status_since",
      "proposed_at",
      "decided_on",
      "deciders",
      "consulted",
    ],
    ...[
      "informed",
      "review_by",
      "kind",
      "level",
      "undone",
      "body",
      "readings",
      "audience",
      "version",
      "source",
      "path",
    ],
    ...["file", "file_there", "gone", "problems"],
  ],
  4,
);
const expectationColumns = columns(
  [
    ...[
      "statement",
      "sure",
      "resolve_by",
      "measure",
      "every",
      "bound",
      "value",
      "base",
      "came",
      "came_words",
    ],
    ...["reading", "resolved_by", "resolved_at"],
  ],
  1,
);
const adviceColumns = columns(
  ["stance", "said", "said_by", "said_at", "taken", "taken_why", "taken_by", "taken_at"],
  1,
);

const sourceColumns = columns(
  [
    ...["two_way", "read_at", "read_by", "print", "tree", "left_out", "problems", "links", "looked_at"],
    "trouble",
  ],
  1,
);

const channelColumns = [
  ...["unit", "sealed", "host", "check_in_since", "digest", "digest_since", "digest_told", "readings"],
  ...["set_by", "set_at", "trouble", "trouble_at", "look_at"],
]
  .map((column) => `${column}×1`)
  .join(" ");

/** A table that is not here fails the test that walks them all. Which values may change to which is told in `rules.test.ts`. */
export const expected: Readonly<Record<string, Rights>> = {
  // What Payments asks Lea, and what it asks Shop: each is between two sides.
  advocacy_ask: {
    ...{ member: "reads 2", "leader above": "reads 1", "another team's member": "reads 1" },
    others: none,
  },
  advocacy_origin: { others: none },
  advocacy_step: {
    ...{ member: "reads 2", "leader above": "reads 1", "another team's member": "reads 1" },
    others: none,
  },
  // What is about Shop, what is about Payments, what is about Commerce, which all three are a part of.
  audit_entry: {
    ...{
      "another team's member": "reads 5",
      member: "reads 19",
      "leader above": "reads 3",
      "former member": "reads 1",
    },
    others: none,
  },
  // Payments keeps one, asks Shop's advice on another, and opens a third to Commerce; Ann has one of her own.
  decisions_decision: {
    ...{ "another team's member": "reads 2", "leader above": "reads 1" },
    member: `reads 4, changes ${decisionColumns}, removes 1`,
    others: none,
  },
  decisions_version: { member: "reads 4", others: none },
  decisions_expectation: { member: `reads 1, changes ${expectationColumns}, removes 1`, others: none },
  decisions_forecast: { member: "reads 1, changes sure×1 made_at×1, removes 1", others: none },
  // What Shop said, Shop may mend until something was done about it.
  decisions_advice: {
    ...{
      member: `reads 1, changes ${adviceColumns}`,
      "another team's member": `reads 1, changes ${adviceColumns}`,
    },
    others: none,
  },
  // It leads to one that Payments keeps.
  decisions_link: { member: "reads 1, removes 1", others: none },
  // It is known how that one turned out.
  decisions_quality: { member: "reads 1", others: none },
  decisions_outcome: { member: "reads 1", others: none },
  // What it changed is said in one's own name; see test/product/decisions.test.ts.
  decisions_touched: { member: "reads 1, removes 1", "another team's member": "reads 1", others: none },
  decisions_delegation: { member: "reads 2", others: none },
  // A copy of its figures, which Payments shows to Commerce.
  decisions_shown: {
    ...{ "another team's member": "reads 1", "leader above": "reads 1" },
    member:
      "reads 1, changes audience×1 annotation×1 figures×1 counted_on×1 tried_on×1 opened_at×1, removes 1",
    others: none,
  },
  decisions_watch: { member: "reads 1", others: none },
  // Where records are kept is told to the team alone.
  decisions_source: { member: `reads 1, changes ${sourceColumns}`, others: none },
  delivery_begun: { member: "reads 1", others: none },
  delivery_impediment: { member: "reads 1, changes gone_at×1 gone_words×1", others: none },
  ...forumsExpected,
  git_import: administrators(1),
  git_part: {
    administrator: "reads 1, changes component×1 repository×1 globs×1 deployments×1, removes 1",
    others: none,
  },
  git_repository: administrators(1),
  // Ann's notes, what Payments tries and decides, both its purposes: to each who reads them where they are written.
  library_text: {
    ...{
      member: "reads 12",
      "former member": "reads 1",
      "another team's member": "reads 5",
      "leader above": "reads 4",
    },
    others: none,
  },
  library_reader: { "former member": "reads 1", others: none },
  // Shop, whose advice is asked.
  library_unit_reader: { "another team's member": "reads 1", others: none },
  library_word: closed,
  // Ann's own, that of the pulse, and that of Payments which Commerce sees too: the question, and what is shown to it.
  loops_loop: {
    ...{ "another team's member": "reads 1", "leader above": "reads 1" },
    member: `reads 3, changes ${loopColumns}`,
    others: none,
  },
  loops_shown: {
    ...{ "another team's member": "reads 1", "leader above": "reads 1" },
    member: "reads 1, changes annotation×1 shown_at×1 taken_back_at×1, removes 1",
    others: none,
  },
  // Of two turns one is done, and stays as it is.
  loops_turn: {
    member: "reads 2, changes sense×1 note×1 annotation×1 next×1 version×1 done_at×1 done_by×1 readings×1",
    others: none,
  },
  loops_guess: { member: "reads 2, changes direction×2 sure×2 made_at×2, removes 2", others: none },
  loops_experiment: { member: "reads 1, changes title×1 why×1 look_again×1", others: none },
  loops_conclusion: { member: "reads 1", others: none },
  loops_follow_up: { member: "reads 1", others: none },
  // What is asked in rounds is of those who belong there; what each answered is their own, also Ada's who was there for one round.
  loops_pulse: { member: "reads 1, changes ahead×1 opened_at×1", others: none },
  loops_pulse_question: { member: "reads 1, changes place×1 retired_at×1", others: none },
  loops_pulse_round: { member: "reads 2", others: none },
  loops_pulse_asked: { member: "reads 2", administrator: "reads 1", others: none },
  loops_pulse_answer: { member: "reads 2, removes 1", administrator: "reads 1", others: none },
  loops_pulse_count: { member: "reads 1", others: none },
  // What Commerce offers, and what came of it, is seen by its own; who was counted, by nobody.
  loops_offer: partsOfCommerce,
  loops_offer_question: partsOfCommerce,
  loops_gathering: partsOfCommerce,
  loops_figure: partsOfCommerce,
  loops_respondent: closed,
  loops_counted: closed,
  // It goes with the measure, which Payments shares with Commerce.
  measures_redrawn: {
    ...{ "another team's member": "reads 1", "leader above": "reads 1", member: "reads 1, removes 1" },
    others: none,
  },
  // Those whom a purpose is opened to read its sentence, and no row.
  impact_audience: { member: "reads 1, changes audience×1 opened_at×1, removes 1", others: none },
  impact_purpose: { member: "reads 2", others: none },
  impact_review: { member: "reads 1", others: none },
  notes_note: {
    member: "reads 5, changes day×5 text×5 visibility×5 partner×5 audience×5, removes 5",
    // One that Ann shared with Fay alone; whoever left a team sees nothing else of it.
    "former member": "reads 1",
    "another team's member": "reads 2",
    "leader above": "reads 2",
    others: none,
  },
  org_component: known(2, { administrator: `reads 2, changes ${componentColumns}, removes 2` }),
  org_day_off: known(1, {
    ...{ member: "reads 1, removes 1", "leader above": "reads 1, removes 1" },
    administrator: "reads 1, removes 1",
  }),
  org_membership: known(5, { "former member": "reads 5, changes until×1 source×1" }),
  org_ownership: known(2, {
    administrator: "reads 2, changes id×2 component×2 unit×2 from×2 until×2 assumed×2, removes 2",
  }),
  org_unit: known(4, {
    "another team's member": `reads 4, changes ${unitColumns(1)}`,
    member: `reads 4, changes ${unitColumns(1)}`,
    "leader above": `reads 4, changes ${unitColumns(3)}`,
    administrator: `reads 4, changes ${unitColumns(4)}`,
  }),
  people_account: closed,
  people_claimed_group: { member: "reads 1", administrator: "reads 1", others: none },
  people_contact: {
    nobody: none,
    stranger: none,
    administrator: "reads 5, changes person×5 email×5, removes 5",
    others: "reads 1",
  },
  people_identity: closed,
  people_installation: known(1),
  people_invitation: {
    administrator:
      "reads 1, changes id×1 email×1 name×1 hash×1 invited_by×1 created_at×1 expires_at×1 accepted_at×1, removes 1",
    others: none,
  },
  people_person: {
    nobody: none,
    stranger: none,
    administrator: `reads 6, changes ${personColumns(6)}`,
    others: `reads 6, changes ${personColumns(1)}`,
  },
  people_secret: closed,
  people_session: closed,
  // It acts as its person: those who run the installation do not have it either.
  people_token: { member: "reads 1, removes 1", others: none },
  people_user: closed,
  people_verification: closed,
  // Ann's own.
  reminders_calendar: {
    member: "reads 1, changes person×1 id×1 hash×1 made_at×1 asked_at×1, removes 1",
    others: none,
  },
  reminders_choice: {
    member: "reads 1, changes check_in_since×1 digest×1 digest_since×1 digest_told×1 titles×1 look_at×1",
    others: none,
  },
  reminders_channel: { member: `reads 1, changes ${channelColumns}, removes 1`, others: none },
  reminders_sent: { member: "reads 1", others: none },
  // What Payments shares with Commerce, and to itself also what it took back.
  sharing_share: {
    ...{ "another team's member": "reads 1", "leader above": "reads 1", member: "reads 2" },
    others: none,
  },
};
