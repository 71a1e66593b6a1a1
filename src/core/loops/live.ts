/** Where it is told that something of a check-in changed: the payload is a unit's id, or a person's for their own. */
export const LOOPS_CHANGED = "septet_loops";

/** The address of the events of a check-in, for browsers: `changed`, whenever somebody wrote something. `unit` is the slug. */
export const LIVE_PATH = "/api/check-in/live";
