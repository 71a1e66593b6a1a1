const columns = (names: readonly string[], n: number): string =>
  names.map((name) => `${name}×${n}`).join(" ");

const none = "reads 0";
const forumColumns = ["name", "purpose", "rule", "starts", "at", "minutes", "audience", "ended_at"];
const meetingColumns = ["until", "at_item", "closed_by", "closed_at"];
const itemColumns = [
  ...["meeting", "place", "decision", "minutes", "phase", "phase_since", "moves", "box_until"],
  ...["outcome", "words"],
];
const roundColumns = ["closed_by", "closed_at", "reached", "version"];
const voiceColumns = ["stance", "words", "version", "said_at"];

const both = (rights: string) => ({ member: rights, "another team's member": rights, others: none });

/** Of the forum of Payments; Cem takes part in its meeting, where a matter of Shop's is, and reads nothing of its next agenda. */
export const forumsExpected = {
  forums_forum: {
    member: `reads 1, changes ${columns(forumColumns, 1)}`,
    "another team's member": "reads 1",
    others: none,
  },
  forums_meeting: both(`reads 1, changes ${columns(meetingColumns, 1)}`),
  forums_present: { member: "reads 1, changes left_at×1", "another team's member": "reads 1", others: none },
  forums_item: {
    member: `reads 3, changes ${columns(itemColumns, 3)}, removes 2`,
    "another team's member": `reads 2, changes ${columns(itemColumns, 2)}, removes 1`,
    others: none,
  },
  forums_proposal: both("reads 1"),
  forums_saying: both("reads 2"),
  forums_round: both(`reads 1, changes ${columns(roundColumns, 1)}`),
  forums_voice: {
    member: `reads 1, changes ${columns(voiceColumns, 1)}`,
    "another team's member": "reads 1",
    others: none,
  },
  // Whoever resolves it says so in their own name.
  forums_objection: both("reads 1"),
};
