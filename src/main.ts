import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { areas } from "./areas.ts";
import { type AuditContext, auditRoutes } from "./core/audit/routes.ts";
import { readAudit } from "./core/audit/store.ts";
import { planner } from "./core/catalog/program/planner.ts";
import { type CatalogContext, catalogRoutes } from "./core/catalog/routes.ts";
import { importsOf } from "./core/catalog/store/imports.ts";
import { type GitContext, gitConnector, gitRoutes } from "./core/connectors/git/index.ts";
import { type EventStore, eventStore } from "./core/events/store.ts";
import type { Holding } from "./core/held/holding.ts";
import { type HeldContext, heldRoutes } from "./core/held/routes.ts";
import { coreHoldings } from "./core/held/store/core-holdings.ts";
import { heldBy } from "./core/held/store/held.ts";
import { type LibraryContext, libraryRoutes } from "./core/library/routes.ts";
import { libraryHoldings } from "./core/library/store/held.ts";
import { libraryOf } from "./core/library/store/library.ts";
import type { LoopsContext } from "./core/loops/context.ts";
import { LOOPS_CHANGED } from "./core/loops/live.ts";
import { loopsRoutes } from "./core/loops/routes.ts";
import { loopsSearchable } from "./core/loops/searchable.ts";
import { daysOffOf } from "./core/loops/store/days-off-store.ts";
import { experimentsOver } from "./core/loops/store/experiments-store.ts";
import { loopsHoldings } from "./core/loops/store/held.ts";
import { loopsStreams, openLive } from "./core/loops/store/live.ts";
import { loopsOf } from "./core/loops/store/loops-store.ts";
import { settle } from "./core/loops/store/settle.ts";
import { toldOf } from "./core/loops/store/told.ts";
import { measureRoutes } from "./core/measures/routes.ts";
import { redrawnOver } from "./core/measures/store/redrawn.ts";
import { type NotesContext, notesRoutes } from "./core/notes/routes.ts";
import { notesSearchable } from "./core/notes/searchable.ts";
import { notesOf } from "./core/notes/store.ts";
import { unitForFigures } from "./core/org/figures.ts";
import { type OrgContext, orgRoutes } from "./core/org/routes.ts";
import { claimComponent, ensureBelongs, ensureOrganisation, ensureTeam } from "./core/org/store/claims.ts";
import { organisationOf } from "./core/org/store/organisation.ts";
import { slugsOf } from "./core/org/tree.ts";
import type { Actor } from "./core/people/actor.ts";
import {
  type OpenContext,
  openKeys,
  openPeople,
  openPeopleRoutes,
  type PeopleContext,
  peopleRoutes,
  resetKeys,
} from "./core/people/index.ts";
import { peopleHoldings } from "./core/people/store/held.ts";
import { type PseudonymStore, pseudonymsOf } from "./core/people/store/pseudonyms.ts";
import type { RemindersContext } from "./core/reminders/context.ts";
import { poster } from "./core/reminders/program/post.ts";
import { calendarAt, openRemindersRoutes, remindersRoutes } from "./core/reminders/routes.ts";
import { remindersHoldings } from "./core/reminders/store/held.ts";
import { remind } from "./core/reminders/store/remind.ts";
import type { Reminding } from "./core/reminders/store/reminding.ts";
import { type SharingContext, sharingRoutes } from "./core/sharing/routes.ts";
import { sharingOf } from "./core/sharing/store/shares.ts";
import { type TimelineContext, timelineRoutes } from "./core/timeline/routes.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import { type Config, machineTimeZone, USUAL_PORT } from "./platform/config.ts";
import type { EventsDb } from "./platform/events/events-db.ts";
import { openEvents } from "./platform/events/open-events.ts";
import type { Route } from "./platform/http/answer.ts";
import { type Ask, asker } from "./platform/http/ask.ts";
import { type Listening, listen } from "./platform/http/serve.ts";
import type { Stream } from "./platform/http/streams.ts";
import { ACT_AS, announceRunning, forgetRunning, newToken } from "./platform/installation.ts";
import { openJobs } from "./platform/jobs/open-jobs.ts";
import { type Holder, holdDirectory } from "./platform/lock.ts";
import { type Log, openLog } from "./platform/log.ts";
import { openState } from "./platform/state/open-state.ts";
import type { StateDb } from "./platform/state/state-db.ts";
import { webApp } from "./web-app.ts";

/** How often known repositories are looked at for something new: a look costs a few processes, reading only what is new. */
const LOOK_AGAIN_MS = 10 * 60 * 1000;

/** How often is done what has come due by itself: a few statements where nothing has. */
const SETTLE_MS = 60 * 1000;

/** Everything that a route may need to know of its request and of the product. */
type RequestContext = OrgContext &
  CatalogContext &
  PeopleContext &
  SharingContext &
  NotesContext &
  AuditContext &
  HeldContext &
  TimelineContext &
  LoopsContext &
  RemindersContext &
  LibraryContext &
  GitContext;

/** The same without what belongs to a request: for work that is done by itself, as somebody. */
type InsideContext = Omit<RequestContext, keyof OpenContext>;

/** Septet, put together and ready to answer; it listens nowhere until `serve`. */
export interface Product {
  /** Answers a request as if it had come over the network. */
  request(request: Request): Promise<Response>;
  /** Asks as the owner, from inside this process. */
  readonly ask: Ask;
  /** Asks in the name of another person (an id or an e-mail address); it is written into their log. */
  askAs(person: string): Ask;
  /** What a process that ended abruptly left behind. */
  readonly recovered: { readonly from: Holder | undefined; readonly jobs: number };
  /** Listens, tells the command line beside it where, and gives the address. */
  serve(): Promise<string>;
  /** Has known repositories looked at, and those read that have something new, without waiting for it. */
  lookAgain(): Promise<void>;
  /** Does what has come due by itself: guesses are looked up, shown is what a team said to show by now, and reminders are sent. */
  settle(): Promise<void>;
  /** Finishes what is in hand and closes both stores. */
  close(): Promise<void>;
}

/** What a test may give in place of what is opened here: weeks that pass, stores that are there within a second. */
export interface Given {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly state?: StateDb;
  readonly events?: EventsDb;
}

/** Puts the product together on one data directory, which it holds for itself. What was opened before a failure is closed again. */
export async function openProduct(config: Config, given: Given = {}): Promise<Product> {
  const opened = new AsyncDisposableStack();
  try {
    return await compose(config, given, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** `opened` is closed in the reverse order: the directory, held first, is let go last. */
async function compose(config: Config, given: Given, opened: AsyncDisposableStack): Promise<Product> {
  const dataDir = resolve(config.data);
  const { clock = systemClock, log = openLog({ level: config.log }) } = given;
  const held = await holdDirectory(dataDir);
  opened.defer(() => held.release());
  const timeZone = machineTimeZone();
  const { state, eventsDb } = await openStores(config, given, opened);
  const keys = await openKeys(state, keyFileOf(config));
  await ensureOrganisation(state, timeZone);
  const events = eventStore(eventsDb, clock);
  const pseudonyms = await pseudonymsOf(state, keys.pseudonyms);
  opened.defer(() => pseudonyms.close());
  const holdings = heldBy(state, holdingsOver(events, pseudonyms));
  const git = gitConnector({
    ...{ state, events, clock, log },
    pseudonyms: pseudonyms.give,
    claim: (claim) => claimComponent(state, claim),
    nearby: [dirname(process.cwd()), homedir()],
  });
  const jobs = await openJobs(state, git.jobs, { log, alone: config.databaseUrl === undefined });
  opened.defer(() => jobs.stop({ graceful: true }));
  const server = serverOf(config, dataDir);
  opened.defer(() => server.close());
  const { address, token: localToken } = server;
  const people = await openPeople({ state, clock, log, config, keys, localToken, address });
  opened.defer(() => people.close());
  await ensureBelongs(state, people.owner);
  const posting = poster({ allowed: config.webhookHosts });
  const insideOf = contextsOver({
    ...{ state, events, clock, log, holdings, poster: posting },
    git: git.asked(jobs),
    repositories: { repository: git.folders, repositories: git.names },
  });
  const contextOf = (open: OpenContext, actor: Actor): RequestContext => ({ ...open, ...insideOf(actor) });
  const live = await openLive(state);
  opened.defer(() => live.close());
  const openRoutes = [...openPeopleRoutes, ...openRemindersRoutes];
  const calendar = (open: OpenContext, file: string) => calendarAt(open, { file, contextOf: insideOf });
  const app = webApp({ config, log, state, people, live, routes, openRoutes, streams, contextOf, calendar });
  const told = { mail: people.mail, key: keys.reminders, poster: posting };
  const settleNow = settlingOver({ state, clock, log, address, insideOf, ...told });
  const { recovered } = await jobs.start();
  opened.defer(repeat(LOOK_AGAIN_MS, () => git.lookAgain(jobs), log));
  opened.defer(repeat(SETTLE_MS, settleNow, log));

  const asking = (more: Record<string, string> = {}) =>
    asker((path, init) =>
      app.request(path, {
        ...init,
        headers: { ...init.headers, ...more, authorization: `Bearer ${server.token}` },
      }),
    );

  return {
    request: async (request) => app.fetch(request),
    ask: asking(),
    askAs: (person) => asking({ [ACT_AS]: person }),
    recovered: { from: held.broken, jobs: recovered },
    serve: () => server.listen(app.fetch),
    lookAgain: async () => void (await git.lookAgain(jobs)),
    settle: settleNow,
    close: () => opened.disposeAsync(),
  };
}

interface SettlingParts extends Omit<Reminding, "now" | "address" | "contextAs"> {
  readonly clock: Clock;
  address(): string;
  insideOf(actor: Actor): InsideContext;
}

/** What is done by itself, as whom it is for. */
function settlingOver({ clock, address, insideOf, ...parts }: SettlingParts): () => Promise<void> {
  const contextAs = (person: string) => insideOf({ person, name: "", administrator: false, scopes: [] });
  return async () => {
    const settling = { state: parts.state, log: parts.log, now: clock.now(), contextAs };
    await settle(settling);
    for (const { id, plugs } of areas)
      await plugs?.settle?.(settling).catch((err: unknown) => {
        // What goes wrong in one area keeps no other one back.
        parts.log.error({ err, area: id }, "what has come due could not be done");
      });
    await remind({ ...parts, now: clock.now(), address: address(), contextAs });
  };
}

const keyFileOf = ({ data, keyFile }: Config): string => resolve(keyFile ?? join(data, "key"));

/** For an installation that does not start as its key is lost: new keys, and everybody signs in again. */
export async function resetInstallationKeys(config: Config): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const held = await holdDirectory(resolve(config.data));
  opened.defer(() => held.release());
  const state = await openState(statePlace(config));
  opened.defer(() => state.close());
  await resetKeys(state, keyFileOf(config));
}

/** All that is held about people; what else needs them is read and forgotten before they are. */
function holdingsOver(events: EventStore, pseudonyms: PseudonymStore): Holding[] {
  const { first, last } = peopleHoldings(pseudonyms);
  const ofAreas = areas.flatMap(({ plugs }) => plugs?.holdings ?? []);
  return [
    ...first,
    ...coreHoldings(events, pseudonyms),
    ...loopsHoldings,
    ...remindersHoldings,
    ...libraryHoldings,
    ...ofAreas,
    ...last,
  ];
}

/** Both at once; where one cannot be opened, the other is closed again with the rest. */
async function openStores(config: Config, given: Given, opened: AsyncDisposableStack) {
  const [state, events] = await Promise.allSettled([
    given.state ?? openState(statePlace(config)),
    given.events ?? openEvents({ dataDir: join(resolve(config.data), "events") }),
  ]);
  if (state.status === "fulfilled") opened.defer(() => state.value.close());
  if (events.status === "fulfilled") opened.defer(() => events.value.close());
  if (state.status === "rejected") throw state.reason;
  if (events.status === "rejected") throw events.reason;
  return { state: state.value, eventsDb: events.value };
}

const statePlace = ({ data, databaseUrl: url, databaseOwnerUrl: ownerUrl }: Config) =>
  url === undefined ? { dataDir: join(resolve(data), "state") } : { url, ownerUrl };

const routes: readonly Route<RequestContext>[] = [
  ...peopleRoutes,
  ...orgRoutes,
  ...catalogRoutes,
  ...sharingRoutes,
  ...notesRoutes,
  ...auditRoutes,
  ...heldRoutes,
  ...measureRoutes,
  ...timelineRoutes,
  ...loopsRoutes,
  ...remindersRoutes,
  ...libraryRoutes,
  ...areas.flatMap((area) => area.plugs?.routes ?? []),
  ...gitRoutes,
];
const streams: readonly Stream<RequestContext>[] = [
  ...loopsStreams,
  ...areas.flatMap((area) => area.plugs?.streams ?? []),
];
const measures = areas.flatMap((area) => area.plugs?.measures ?? []);
const searchable = [
  ...areas.flatMap((area) => area.plugs?.searchable ?? []),
  ...loopsSearchable,
  ...notesSearchable,
];

interface ContextParts extends Pick<RequestContext, "clock" | "events" | "git" | "poster"> {
  readonly log: Log;
  readonly state: StateDb;
  readonly holdings: ReturnType<typeof heldBy>;
  readonly repositories: Pick<InsideContext, "repository" | "repositories">;
}

/** What a route is given, made for each request, as the person who asks. */
function contextsOver({ state, clock, events, git, repositories, holdings, log, poster }: ContextParts) {
  const planning = planner();
  const tell = (topic: string): void =>
    void state
      .notify(LOOPS_CHANGED, topic)
      .catch((err: unknown) => log.error({ err }, "a change could not be told"));
  return (actor: Actor): InsideContext => {
    const organisation = organisationOf(state, actor.person);
    const loops = loopsOf(state, actor.person);
    const redrawn = redrawnOver(state, actor.person);
    const inside: InsideContext = {
      told: (asked) => toldOf(inside, asked),
      ...{ actor, clock, events, git, poster, areas, measures, searchable, organisation, newId: randomUUID },
      imports: importsOf(state, actor.person, planning),
      sharing: sharingOf(state, actor.person),
      notes: notesOf(state, actor.person),
      library: libraryOf(state, actor.person, searchable),
      as: (work) => state.as(actor.person, work),
      loops,
      followed: ({ loop: id, due }, thing) =>
        loops.followUp({ id, due }, { ...thing, now: new Date(clock.now()) }),
      ...repositories,
      daysOff: daysOffOf(state, actor.person),
      experiments: experimentsOver(state, actor.person, clock.now),
      redrawn: (_, slug, ids) => redrawn(slug, ids),
      open: async (units) =>
        (await Promise.all(areas.map(({ plugs }) => plugs?.open?.(inside, units) ?? []))).flat(),
      changed: (unit) => tell(unit ?? actor.person),
      tell,
      audit: (asked) => readAudit(state, actor.person, { ...asked, measures }),
      held: {
        files: () => holdings.files(actor.person),
        erase: (whom) => holdings.erase(actor.person, whom),
      },
      org: {
        unitOfSlug: async (_, slug, of) => unitForFigures(await organisation.figures(slug, of), slug),
        slugs: async () => slugsOf(await organisation.units()),
      },
      teamCalled: (name) => ensureTeam(state, actor.person, name),
    };
    return inside;
  };
}

/** Where the product listens once it does, and how the command line beside it finds it and gets in. */
function serverOf({ host, port: wanted, publicUrl }: Config, dataDir: string) {
  const port = wanted ?? USUAL_PORT;
  const token = newToken();
  const reachableAt = (taken: number) => `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${taken}`;
  let listening: Listening | undefined;
  return {
    token,
    address: () => publicUrl ?? reachableAt(listening?.port ?? port),
    async listen(fetch: Parameters<typeof listen>[0]): Promise<string> {
      listening = await listen(fetch, { host, port, orAnyPort: wanted === undefined });
      const url = reachableAt(listening.port);
      await announceRunning(dataDir, { url, token, pid: process.pid });
      return publicUrl ?? url;
    },
    async close(): Promise<void> {
      await forgetRunning(dataDir);
      await listening?.close();
    },
  };
}

/** Does the work now and then, once at a time, for as long as something else keeps the process alive; gives what stops it. */
function repeat(everyMs: number, work: () => Promise<unknown>, log: Log): () => void {
  let inHand = false;
  const once = async () => {
    if (inHand) return;
    inHand = true;
    await work().catch((err) => log.error({ err }, "repeated work failed"));
    inHand = false;
  };
  const timer = setInterval(() => void once(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
