/** A form to begin with: what one does for whom, and what that changes for them. */
export const STARTER = "We … so that …";

/** Good ones of different kinds. Who a team's customers are depends on the team: they need not pay for anything. */
export const examples = [
  {
    of: "a payments team",
    sentence:
      "We get merchants paid the day they sell, to the cent, so that a small shop never has to borrow to restock.",
  },
  {
    of: "a team whose customers are other teams",
    sentence:
      "We let every team here put an idea before its users on the day it is ready, so that nobody waits for a machine, or for us.",
  },
  {
    of: "those who plan appointments in a hospital",
    sentence:
      "We find each patient the earliest appointment that they can really keep, so that nobody is in pain longer than they must be.",
  },
] as const;
