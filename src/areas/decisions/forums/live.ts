/** The address of the events of a meeting, for browsers: `changed`, whenever somebody did something. `id` is the meeting's. */
export const LIVE_MEETING = "/api/meetings-live";
