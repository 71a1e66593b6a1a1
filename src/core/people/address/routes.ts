import { answer, type Route } from "../../../platform/http/answer.ts";
import type { PeopleContext } from "../parts.ts";
import { may } from "../policy.ts";
import { changeAddress } from "./contract.ts";
import { giveAddress } from "./store.ts";

export const addressRoutes: readonly Route<PeopleContext>[] = [
  answer(changeAddress, {
    allow: ({ actor }: PeopleContext) => may.giveAddresses(actor),
    handle: async ({ people, actor }: PeopleContext, wanted) => {
      await giveAddress(people.state, actor, wanted);
      return {};
    },
  }),
];
