/** Test support: the claims that the state store keeps on every driver. When production surprises, the surprise comes here first. */
import { afterAll, beforeAll, describe } from "vitest";
import type { TestState } from "../testing.ts";
import { notifications } from "./notifications.ts";
import { layOut } from "./probe.ts";
import { rolesAreClosed, whoSeesWhat } from "./roles.ts";
import { nobodyIsHarmed, transactions } from "./transactions.ts";
import { values } from "./values.ts";

const claims = { whoSeesWhat, rolesAreClosed, transactions, nobodyIsHarmed, values, notifications };

export function stateConformance(name: string, open: () => Promise<TestState>): void {
  describe(`state on ${name}`, () => {
    let state: TestState;
    beforeAll(async () => {
      state = await open();
      await layOut(state);
    });
    afterAll(() => state.close());
    for (const claim of Object.values(claims)) claim(() => state);
  });
}
