import { answer, type Route } from "../../../platform/http/answer.ts";
import type { PeopleContext } from "../parts.ts";
import { may } from "../policy.ts";
import { rotateKeys } from "./contract.ts";

export const keyRoutes: readonly Route<PeopleContext>[] = [
  answer(rotateKeys, {
    allow: ({ actor }: PeopleContext) => may.rotateKeys(actor),
    handle: async ({ people, actor }: PeopleContext) => ({ key: await people.keys.rotate(actor.person) }),
  }),
];
