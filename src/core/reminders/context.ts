import type { LoopsContext } from "../loops/context.ts";
import type { PeopleParts } from "../people/index.ts";
import type { Poster } from "./program/post.ts";

/** What the routes of reminders need of the request and the product. */
export interface RemindersContext extends LoopsContext {
  readonly people: PeopleParts;
  readonly poster: Poster;
}
