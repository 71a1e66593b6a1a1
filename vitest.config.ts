import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const second = 1_000;

const everywhere = ["**/node_modules/**", "**/dist/**", "**/.*/**"];
const apart = ["test/browser/**", "test/install/**", "test/long/**"];

/** Tests that need minutes rather than seconds run only when asked: `vitest run --mode long`. */
const long = {
  extends: true,
  test: { name: "long", include: ["test/long/**/*.test.{ts,tsx}"], testTimeout: 600 * second },
} satisfies TestProjectInlineConfiguration;

const usual = [
  {
    extends: true,
    test: {
      name: "quick",
      include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
      exclude: [...everywhere, ...apart],
    },
  },
  {
    extends: true,
    test: {
      name: "browser",
      include: ["test/browser/**/*.test.{ts,tsx}"],
      globalSetup: ["test/browser/unpack-chromium.ts", "test/browser/build-pages.ts"],
      testTimeout: 120 * second,
      expect: { poll: { timeout: 20 * second } },
    },
  },
  {
    extends: true,
    test: { name: "install", include: ["test/install/**/*.test.ts"], testTimeout: 300 * second },
  },
] satisfies TestProjectInlineConfiguration[];

export default defineConfig(({ mode }) => ({
  test: {
    // chDB and PGlite are heavy and one process may open a data folder only once: a process for each file, two at a time.
    pool: "forks",
    maxWorkers: 2,
    execArgv: [`--import=${new URL("bin/quick-imports.mjs", import.meta.url)}`],
    exclude: everywhere,
    // A machine's own time zone decides nothing; tests that are about time zones name theirs.
    env: { TZ: "UTC" },
    testTimeout: 30 * second,
    hookTimeout: 60 * second,
    reporters: ["default", "./test/reporter.ts"],
    // What is slow to start and safe to share (a PostgreSQL server, say) is started once by a file named here; it gives
    // its address to the tests by `project.provide(…)`, and they take it by `inject(…)`.
    globalSetup: [],
    projects: mode === "long" ? [long] : usual,
  },
}));
