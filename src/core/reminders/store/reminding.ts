import type { Log } from "../../../platform/log.ts";
import type { Mail } from "../../../platform/mail.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import type { LoopsContext } from "../../loops/context.ts";
import type { Poster } from "../program/post.ts";

/** One round of sending, with all that it takes. */
export interface Reminding {
  readonly state: StateDb;
  readonly now: number;
  readonly log: Log;
  /** Undefined where no mail server is set. */
  readonly mail: Mail | undefined;
  /** Where Septet is seen. */
  readonly address: string;
  /** What reminders keep secret is sealed with it. */
  readonly key: string;
  /** Posts to the channels of teams. */
  readonly poster: Poster;
  /** What a person sees: everything that is sent is computed as its reader. */
  contextAs(person: string): LoopsContext;
}

/** The longest that a change of a rhythm waits to be seen. */
export const LOOK_AGAIN_MS = 10 * 60_000;
