import type { Route } from "../platform/http/answer.ts";
import type { Stream } from "../platform/http/streams.ts";
import type { Log } from "../platform/log.ts";
import type { StateDb, Tx } from "../platform/state/state-db.ts";
import type { KnownFolders } from "./connectors/git/folders.ts";
import type { Holding } from "./held/holding.ts";
import type { SearchableKind } from "./library/searchable.ts";
import type { Due, Mark } from "./loops/marks.ts";
import type { MeasureContext } from "./measures/context.ts";
import type { Measure } from "./measures/measure.ts";
import type { News, Since } from "./reminders/news.ts";

/** An area as the menu and a unit's page know it. */
export interface Area {
  readonly id: string;
  readonly title: string;
  /** The question that its loops answer, and that a team could ask. */
  readonly question: string;
  /** Questions to begin with. */
  readonly starters: readonly Starter[];
  /** What the area plugs into the core; an area without it has only its questions yet. */
  readonly plugs?: AreaPlugs;
}

/** A question that a team could begin with, and a plain sentence on what it is good for. */
export interface Starter {
  readonly question: string;
  readonly goodFor: string;
  /** Ids of the measures to look at; none where it is answered in words. */
  readonly measures: readonly string[];
  /** Only for the loop of a person: a team does not ask it. */
  readonly own?: true;
}

export interface AreaPlugs {
  readonly measures?: readonly Measure[];
  readonly routes?: readonly Route<AreaContext>[];
  /** What to draw in its row of the time line: the first of these that says something. The area's question is the first one's. */
  readonly stave?: readonly Measure[];
  /** What happened in a unit that belongs on the time line, of what the person who asks may see. */
  readonly marks?: (context: AreaContext, asked: MarksAsked) => Promise<readonly Mark[]>;
  /** What is due or open for the person who asks, in this area. */
  readonly due?: (context: AreaContext) => Promise<readonly Due[]>;
  /** What came back or changed in this area within a span of time, for the person who asks: for their digest. */
  readonly news?: (context: AreaContext, within: Since) => Promise<readonly News[]>;
  /** What a turn of a loop can lead to. */
  readonly followUps?: readonly FollowUpKind[];
  /** What comes due by itself, looked at every minute: quick where nothing has. */
  readonly settle?: (settling: AreaSettling) => Promise<void>;
  /** What the area holds about people. */
  readonly holdings?: readonly Holding[];
  /** What is written in the area and can be found by its words; its triggers put it into the library. */
  readonly searchable?: readonly SearchableKind[];
  /** What of these units (ids) is open so that a forum could take it up, of what the person who asks may see. */
  readonly open?: (context: AreaContext, units: readonly string[]) => Promise<readonly OpenThing[]>;
  /** What browsers are told of while it changes. */
  readonly streams?: readonly Stream<AreaContext>[];
}

/** Something that waits for people to talk about it. */
export interface OpenThing {
  /** As its area calls it: `ask`. */
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** The day since when it is open. */
  readonly since: string;
  /** Whose matter it is: the id of a unit. */
  readonly unit: string;
}

/** What an area's routes and the rest are given: as the person who asks. */
export interface AreaContext extends MeasureContext {
  /** Runs `work` in one short transaction as the person who asks, under their row-level policies. */
  as<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Says that a turn of a loop led to this thing: `{ kind: "ask", id }`. Not inside a transaction. */
  followed(from: TurnPlace, thing: { readonly kind: string; readonly id: string }): Promise<void>;
  /** What all areas know to be open in these units (ids). Not inside a transaction. */
  open(units: readonly string[]): Promise<readonly OpenThing[]>;
  /** Tells those whose browsers listen to this topic that something of it changed. Not inside a transaction. */
  tell(topic: string): void;
  /**
   * The repository that a component is read from, whoever asks; null where none is. Who may read it is for the area to say, and
   * where it lies on the machine is told to nobody.
   */
  repository(component: string): Promise<KnownFolders | null>;
  /** The components that are repositories which are read. */
  repositories(): Promise<readonly string[]>;
}

/** What is given to what an area does by itself. Figures are only ever read as somebody who may read them. */
export interface AreaSettling {
  readonly state: StateDb;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly log: Log;
  /** What a person sees and does. */
  contextAs(person: string): AreaContext;
}

/** A turn of a loop: the loop's id, and the day on which it was due. */
export interface TurnPlace {
  readonly loop: string;
  readonly due: string;
}

export interface MarksAsked {
  /** The unit's id, and those of the units below it whose marks are wanted too, where they are seen. */
  readonly units: readonly string[];
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

/** Something that a turn led to, as it is listed: what it is, what was expected, and what came of it. */
export interface FollowedUp {
  readonly id: string;
  readonly what: string;
  readonly expected: string;
  readonly came: string;
  readonly href: string;
}

/** A kind of thing that a check-in can lead to. */
export interface FollowUpKind {
  /** As it stands in the follow-ups of a turn: `ask`. */
  readonly kind: string;
  /** On the button: "Ask for help". */
  readonly title: string;
  /** Those with these ids that the person who asks may see. */
  read(context: AreaContext, ids: readonly string[]): Promise<readonly FollowedUp[]>;
}
