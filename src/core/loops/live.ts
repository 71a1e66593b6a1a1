/** Where it is told that something of a check-in changed: the payload is a unit's id, or a person's for their own. */
export const LOOPS_CHANGED = "septet_loops";
