import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { oneAsk, unitAsks } from "../areas/advocacy/contract.ts";
import { oneDecision } from "../areas/decisions/contract.ts";
import { loops } from "../core/loops/contract.ts";
import { experiments } from "../core/loops/experiments/contract.ts";
import { due } from "../core/loops/mine/contract.ts";
import { round, unitPulses } from "../core/loops/pulse/contract.ts";

import { measures } from "../core/measures/contract.ts";
import { person, unit, units } from "../core/org/contract.ts";
import { me } from "../core/people/contract.ts";
import { invitations } from "../core/people/invitations/contract.ts";
import { tokens } from "../core/people/tokens/contract.ts";
import { reminders } from "../core/reminders/contract.ts";
import { digest } from "../core/reminders/digest-contract.ts";
import { timeline } from "../core/timeline/contract.ts";
import { asking, queries } from "./client.ts";
import { AsksSearch } from "./pages/asks-search.ts";
import { DecisionsSearch } from "./pages/decisions-search.ts";
import { LibrarySearch } from "./pages/library-search.ts";
import { ComponentSearch, ListSearch, wholeOrganisation } from "./pages/list-search.ts";
import { LogSearch } from "./pages/log-search.ts";
import { BeginLoopSearch, CheckInSearch, TrySearch } from "./pages/loops/loops-search.ts";
import { MeasureSearch } from "./pages/measure-search.ts";
import { RepositorySearch } from "./pages/repository-search.ts";
import { SignInSearch } from "./pages/sign-in-search.ts";
import { Pending } from "./parts/pending.tsx";
import { ZoomSearch } from "./parts/zoom.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";
import { WentWrong } from "./shell/went-wrong.tsx";

const root = createRootRoute({ component: Shell });
const page = { getParentRoute: () => root };
/** Open to anyone, and without what only those see who are signed in. */
const door = { ...page, staticData: { open: true } };

const home = createRoute({
  ...page,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/home.tsx"), "Home"),
});

const unitPage = createRoute({
  ...page,
  path: "/units/$slug",
  validateSearch: (search) => ZoomSearch.parse(search),
  loader: ({ params: { slug } }) => {
    // Asked for at once, so that no part of the page waits for another.
    for (const asked of [asking(due, {}), asking(loops, { unit: slug }), asking(experiments, { unit: slug })])
      void queries.prefetchQuery(asked as never);
    return Promise.all([
      queries.ensureQueryData(asking(unit, { slug })),
      queries.ensureQueryData(asking(timeline, { slug })),
    ]);
  },
  component: lazyRouteComponent(() => import("./pages/unit.tsx"), "UnitPage"),
});

const measurePage = createRoute({
  ...page,
  path: "/units/$slug/measures/$id",
  validateSearch: (search) => MeasureSearch.parse(search),
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/measure.tsx"), "MeasurePage"),
});

const checkInPage = createRoute({
  ...page,
  path: "/units/$slug/check-in",
  validateSearch: (search) => CheckInSearch.parse(search),
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/check-in.tsx"), "CheckInPage"),
});

const ownCheckInPage = createRoute({
  ...page,
  path: "/check-in",
  validateSearch: (search) => CheckInSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/check-in.tsx"), "OwnCheckInPage"),
});

const beginLoopPage = createRoute({
  ...page,
  path: "/units/$slug/loops/new",
  validateSearch: (search) => BeginLoopSearch.parse(search),
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/begin-loop.tsx"), "BeginLoopPage"),
});

const beginOwnLoopPage = createRoute({
  ...page,
  path: "/loops/new",
  component: lazyRouteComponent(() => import("./pages/begin-loop.tsx"), "BeginOwnLoopPage"),
});

const loopPage = createRoute({
  ...page,
  path: "/loops/$id",
  validateSearch: (search) => ZoomSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/loop.tsx"), "LoopPage"),
});

const pulsePage = createRoute({
  ...page,
  path: "/units/$slug/pulse",
  loader: ({ params: { slug } }) =>
    Promise.all([
      queries.ensureQueryData(asking(unit, { slug })),
      queries.ensureQueryData(asking(unitPulses, { slug })),
    ]),
  component: lazyRouteComponent(() => import("./pages/pulse.tsx"), "PulsePage"),
});

const roundPage = createRoute({
  ...page,
  path: "/rounds/$id",
  loader: ({ params: { id } }) => queries.ensureQueryData(asking(round, { id })),
  component: lazyRouteComponent(() => import("./pages/round.tsx"), "RoundPage"),
});

const tryPage = createRoute({
  ...page,
  path: "/units/$slug/experiments/new",
  validateSearch: (search) => TrySearch.parse(search),
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/try.tsx"), "TryPage"),
});

const experimentPage = createRoute({
  ...page,
  path: "/experiments/$id",
  component: lazyRouteComponent(() => import("./pages/experiment.tsx"), "ExperimentPage"),
});

const lookBackPage = createRoute({
  ...page,
  path: "/units/$slug/look-back",
  loader: ({ params: { slug } }) =>
    Promise.all([
      queries.ensureQueryData(asking(unit, { slug })),
      queries.ensureQueryData(asking(timeline, { slug })),
    ]),
  component: lazyRouteComponent(() => import("./pages/look-back.tsx"), "LookBackPage"),
});

const mePage = createRoute({
  ...page,
  path: "/me",
  loader: () => queries.ensureQueryData(asking(due, {})),
  component: lazyRouteComponent(() => import("./pages/me.tsx"), "MePage"),
});

const unitSettingsPage = createRoute({
  ...page,
  path: "/units/$slug/settings",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/unit-settings.tsx"), "UnitSettingsPage"),
});

const asksPage = createRoute({
  ...page,
  path: "/units/$slug/asks",
  validateSearch: (search) => AsksSearch.parse(search),
  loader: ({ params: { slug } }) =>
    Promise.all([
      queries.ensureQueryData(asking(unit, { slug })),
      queries.ensureQueryData(asking(unitAsks, { slug })),
    ]),
  component: lazyRouteComponent(() => import("./pages/asks.tsx"), "AsksPage"),
});

const askPage = createRoute({
  ...page,
  path: "/asks/$id",
  loader: ({ params: { id } }) => queries.ensureQueryData(asking(oneAsk, { id })),
  component: lazyRouteComponent(() => import("../areas/advocacy/ui/ask-page.tsx"), "AskPage"),
});

const decisionsPage = createRoute({
  ...page,
  path: "/units/$slug/decisions",
  validateSearch: (search) => DecisionsSearch.parse(search),
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "DecisionsPage"),
});

const ownDecisionsPage = createRoute({
  ...page,
  path: "/decisions",
  validateSearch: (search) => DecisionsSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "OwnDecisionsPage"),
});

const learntPage = createRoute({
  ...page,
  path: "/units/$slug/decisions/learnt",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "LearntPage"),
});

const graphPage = createRoute({
  ...page,
  path: "/units/$slug/decisions/graph",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "GraphPage"),
});

const decisionFilesPage = createRoute({
  ...page,
  path: "/units/$slug/decisions/files",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "DecisionFilesPage"),
});

const delegationsPage = createRoute({
  ...page,
  path: "/units/$slug/delegations",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/decisions.tsx"), "DelegationsPage"),
});

const decisionPage = createRoute({
  ...page,
  path: "/decisions/$id",
  loader: ({ params: { id } }) => queries.ensureQueryData(asking(oneDecision, { id })),
  component: lazyRouteComponent(() => import("../areas/decisions/ui/decision-page.tsx"), "DecisionPage"),
});

const forumsPage = createRoute({
  ...page,
  path: "/units/$slug/forums",
  loader: ({ params: { slug } }) => queries.ensureQueryData(asking(unit, { slug })),
  component: lazyRouteComponent(() => import("./pages/forums.tsx"), "ForumsPage"),
});

const forumPage = createRoute({
  ...page,
  path: "/forums/$id",
  component: lazyRouteComponent(() => import("../areas/decisions/ui/forums/forum-page.tsx"), "ForumPage"),
});

const meetingPage = createRoute({
  ...page,
  path: "/meetings/$id",
  component: lazyRouteComponent(() => import("../areas/decisions/ui/forums/meeting-page.tsx"), "MeetingPage"),
});

const organisationPage = createRoute({
  ...page,
  path: "/organisation",
  validateSearch: (search) => ListSearch.parse(search),
  loader: () => queries.ensureQueryData(asking(units, wholeOrganisation)),
  component: lazyRouteComponent(() => import("./pages/organisation.tsx"), "OrganisationPage"),
});

const importPage = createRoute({
  ...page,
  path: "/import",
  loader: () => queries.ensureQueryData(asking(units, wholeOrganisation)),
  component: lazyRouteComponent(() => import("./pages/import.tsx"), "ImportPage"),
});

const peoplePage = createRoute({
  ...page,
  path: "/people",
  validateSearch: (search) => ListSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/people.tsx"), "PeoplePage"),
});

const personPage = createRoute({
  ...page,
  path: "/people/$id",
  loader: ({ params: { id } }) => queries.ensureQueryData(asking(person, { id })),
  component: lazyRouteComponent(() => import("./pages/person.tsx"), "PersonPage"),
});

const componentsPage = createRoute({
  ...page,
  path: "/components",
  validateSearch: (search) => ComponentSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/components.tsx"), "ComponentsPage"),
});

const measuresPage = createRoute({
  ...page,
  path: "/measures",
  loader: () => queries.ensureQueryData(asking(measures, {})),
  component: lazyRouteComponent(() => import("./pages/measures.tsx"), "MeasuresPage"),
});

const repositoryPage = createRoute({
  ...page,
  path: "/repository",
  validateSearch: (search) => RepositorySearch.parse(search),
  loader: () => queries.ensureQueryData(asking(units, { components: "false" })),
  component: lazyRouteComponent(() => import("./pages/repository.tsx"), "RepositoryPage"),
});

const libraryPage = createRoute({
  ...page,
  path: "/library",
  validateSearch: (search) => LibrarySearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/library.tsx"), "LibraryPage"),
});

const logPage = createRoute({
  ...page,
  path: "/log",
  validateSearch: (search) => LogSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/log.tsx"), "LogPage"),
});

const heldPage = createRoute({
  ...page,
  path: "/held",
  component: lazyRouteComponent(() => import("./pages/held.tsx"), "HeldPage"),
});

const accountPage = createRoute({
  ...page,
  path: "/account",
  loader: () => queries.ensureQueryData(asking(me, {})),
  component: lazyRouteComponent(() => import("./pages/account.tsx"), "AccountPage"),
});

const digestPage = createRoute({
  ...page,
  path: "/digest",
  loader: () => queries.ensureQueryData(asking(digest, {})),
  component: lazyRouteComponent(() => import("./pages/digest.tsx"), "DigestPage"),
});

const remindersPage = createRoute({
  ...page,
  path: "/reminders",
  loader: () => queries.ensureQueryData(asking(reminders, {})),
  component: lazyRouteComponent(() => import("./pages/reminders.tsx"), "RemindersPage"),
});

const tokensPage = createRoute({
  ...page,
  path: "/tokens",
  loader: () => queries.ensureQueryData(asking(tokens, {})),
  component: lazyRouteComponent(() => import("./pages/tokens.tsx"), "TokensPage"),
});

const invitationsPage = createRoute({
  ...page,
  path: "/invitations",
  loader: () =>
    Promise.all([queries.ensureQueryData(asking(me, {})), queries.ensureQueryData(asking(invitations, {}))]),
  component: lazyRouteComponent(() => import("./pages/invitations.tsx"), "InvitationsPage"),
});

const unsubscribePage = createRoute({
  ...door,
  path: "/unsubscribe/$token",
  component: lazyRouteComponent(() => import("./pages/unsubscribe.tsx"), "UnsubscribePage"),
});

const signInPage = createRoute({
  ...door,
  path: "/sign-in",
  validateSearch: (search) => SignInSearch.parse(search),
  component: lazyRouteComponent(() => import("./pages/sign-in.tsx"), "SignInPage"),
});

const invitationPage = createRoute({
  ...door,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./pages/invitation.tsx"), "InvitationPage"),
});

const resetPage = createRoute({
  ...door,
  path: "/reset",
  component: lazyRouteComponent(() => import("./pages/reset.tsx"), "ResetPage"),
});

const apiDocs = lazyRouteComponent(() => import("./pages/api-docs.tsx"), "ApiDocs");
const docsOfApi = createRoute({ ...page, path: "/api/docs", component: apiDocs });
const docsOfApiAlias = createRoute({ ...page, path: "/api-docs", component: apiDocs });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    unitPage,
    measurePage,
    unitSettingsPage,
    checkInPage,
    ownCheckInPage,
    beginLoopPage,
    beginOwnLoopPage,
    loopPage,
    pulsePage,
    roundPage,
    tryPage,
    experimentPage,
    lookBackPage,
    mePage,
    asksPage,
    askPage,
    decisionsPage,
    ownDecisionsPage,
    learntPage,
    graphPage,
    delegationsPage,
    decisionPage,
    forumsPage,
    forumPage,
    meetingPage,
    decisionFilesPage,
    organisationPage,
    importPage,
    peoplePage,
    personPage,
    componentsPage,
    measuresPage,
    repositoryPage,
    libraryPage,
    logPage,
    heldPage,
    accountPage,
    remindersPage,
    digestPage,
    unsubscribePage,
    tokensPage,
    invitationsPage,
    signInPage,
    invitationPage,
    resetPage,
    docsOfApi,
    docsOfApiAlias,
  ]),
  defaultPreload: "intent",
  // The query client knows what is fresh; the router asks it every time.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 250,
  defaultPendingComponent: Pending,
  defaultErrorComponent: WentWrong,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    readonly open?: boolean;
  }
}
