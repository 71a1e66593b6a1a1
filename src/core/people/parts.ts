import type { Background } from "../../platform/background.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Visitor } from "../../platform/http/visitor.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Mail } from "../../platform/mail.ts";
import type { StateDb } from "../../platform/state/state-db.ts";
import type { Actor } from "./actor.ts";
import type { Keys } from "./keys/store.ts";
import type { Errands } from "./sign-in/program/errands.ts";
import type { Provider } from "./sign-in/program/provider.ts";
import type { Sessions } from "./store/sessions.ts";

/** What it takes to see to people, their accounts and their ways in. */
export interface PeopleParts {
  readonly state: StateDb;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly keys: Pick<Keys, "rotate" | "reminders">;
  /** Undefined where no mail server is set. */
  readonly mail: Mail | undefined;
  /** The organisation's own sign-in, undefined where none is set. */
  readonly provider: Provider | undefined;
  readonly errands: Errands;
  readonly background: Background;
  /** The id of the person that the installation belongs to. */
  readonly owner: string;
  /** Who has it has read the data directory, and acts as the owner. */
  readonly localToken: string;
  /** The address that people see; links begin with it, whatever host a request names. */
  address(): string;
}

/** What a route is given that anyone may ask. */
export interface OpenContext {
  readonly people: PeopleParts;
  readonly visitor: Visitor;
}

/** What a route is given where it is known who asks. */
export interface PeopleContext extends OpenContext {
  readonly actor: Actor;
}
