/** Where it is told that something changed at which several look at once, as at a check-in: the payload is a unit's id, a person's for their own, or the id of what else an area tells of. */
export const LOOPS_CHANGED = "septet_loops";

/** The address of the events of a check-in, for browsers: `changed`, whenever somebody wrote something. `unit` is the slug. */
export const LIVE_PATH = "/api/check-in/live";
