import type { Reporter, TestModule } from "vitest/node";

/** Prints `N passed, N failed` as the very last line, for people and for programs that read only that. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counted = sum(modules.map(count));
    const failed = counted.failed + unhandled.length;
    const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : "";
    // Held back to the end, as the default reporter writes its summary in the same turn.
    process.once("exit", () =>
      process.stdout.write(`${counted.passed} passed, ${failed} failed${skipped}\n`),
    );
  }
}

interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A file that fails as a whole has no failed test to show for it, so it counts as one itself. */
function count(module: TestModule): Counted {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const passed = states.filter((state) => state === "passed").length;
  const skipped = states.filter((state) => state === "skipped").length;
  const failed = states.length - passed - skipped;
  return { passed, skipped, failed: failed === 0 && module.state() === "failed" ? 1 : failed };
}

function sum(all: readonly Counted[]): Counted {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
