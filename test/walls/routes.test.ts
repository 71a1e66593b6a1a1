import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ask, ProblemError } from "../../src/platform/http/ask.ts";
import { openTestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { openTestProduct } from "../product/open-test-product.ts";
import type { Attempt } from "./routes/attempt.ts";
import { expected } from "./routes/expected.ts";
import {
  openRouteWorld,
  people,
  type RouteWorld,
  type Somebody,
  TOKENS,
  type TokenScope,
} from "./routes/world.ts";

const named = ({ contract: { method, path } }: Attempt): string =>
  `${method} ${path.replace(/:(\w+)/g, "{$1}")}`;

test("every route says what each hears, and no route is gone that still says so", async () => {
  const product = await openTestProduct();
  const document = (await (await product.as({})("/api/openapi.json")).json()) as {
    paths: Record<string, object>;
  };
  await product.close();
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...new Set(expected.map(named))].sort()).toEqual(routes.sort());
});

interface Trying {
  readonly world: RouteWorld;
  readonly who: Somebody;
}

async function heard(ask: Ask, attempt: Attempt, { world, who }: Trying): Promise<string> {
  const { contract, sees } = attempt;
  const input = await attempt.input(world, who);
  try {
    const answer = await ask(contract, input);
    return sees ? `ok ${sees(answer as never, people[who])}` : "ok";
  } catch (error) {
    if (error instanceof ProblemError) return String(error.problem.status);
    throw error;
  }
}

const whoAreKnown = (Object.keys(people) as Somebody[]).filter((who) => who !== "stranger");
const wanted = (attempt: Attempt, who: Somebody): string =>
  attempt.heard[who as Exclude<Somebody, "stranger">] ?? attempt.heard.others;

/** A token of Ann's hears what she does, where its scope is the one that it takes. */
function wantedByToken(attempt: Attempt, scope: TokenScope): string {
  if (attempt.takes === "open") return attempt.heard.others;
  return attempt.takes === scope ? wanted(attempt, "member") : "403";
}

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("on %s", (_, open) => {
  let world: RouteWorld;
  beforeAll(async () => {
    world = await openRouteWorld(await open());
  }, 60_000);
  afterAll(() => world?.close());

  describe.each(whoAreKnown)("%s hears what is for them, and no more", (who) => {
    test.each(expected.map((attempt) => [named(attempt), attempt.about, attempt] as const))(
      "%s %s",
      async (_route, _about, attempt) => {
        const ask = attempt.ends ? await world.signIn(who) : world.browser(who);
        expect(await heard(ask, attempt, { world, who })).toBe(wanted(attempt, who));
        if (attempt.ends) await world.signIn(who);
      },
    );
  });

  describe.each(["nobody", "stranger"] as const)("%s hears nothing but what is open", (who) => {
    test.each(expected.map((attempt) => [named(attempt), attempt.about, attempt] as const))(
      "%s %s",
      async (_route, _about, attempt) => {
        const ask = who === "nobody" ? world.nobody : world.browser(who);
        const is = await heard(ask, attempt, { world, who: "stranger" });
        expect(is).toBe(attempt.takes === "open" ? attempt.heard.others : "401");
      },
    );
  });

  describe.each(TOKENS)("a token of a member's for “%s” is good for that alone", (scope) => {
    test.each(expected.map((attempt) => [named(attempt), attempt.about, attempt] as const))(
      "%s %s",
      async (_route, _about, attempt) => {
        const is = await heard(world.token(scope), attempt, { world, who: "member" });
        expect(is).toBe(wantedByToken(attempt, scope));
      },
    );
  });
});
