import { answer, type Route } from "../../../platform/http/answer.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import type { PeopleContext } from "../parts.ts";
import { createToken, revokeToken, tokens } from "./contract.ts";
import { dropToken, makeToken, tokensOf } from "./store.ts";

/** Each of these is about the asking person's own tokens. */
const allow = () => true;

type Shown = AnswerOf<typeof tokens>["tokens"][number];
type Kept = Awaited<ReturnType<typeof tokensOf>>[number];

export const tokenRoutes: readonly Route<PeopleContext>[] = [
  answer(tokens, {
    allow,
    handle: async ({ people: { state, clock }, actor }: PeopleContext) => ({
      tokens: (await tokensOf(state, actor.person)).map((kept) => ({
        ...shown(kept),
        lastUsedAt: kept.lastUsedAt?.toISOString() ?? null,
        expired: kept.expiresAt !== null && kept.expiresAt.getTime() <= clock.now(),
      })),
    }),
  }),
  answer(createToken, {
    allow,
    handle: async ({ people: { state, clock }, actor }: PeopleContext, wanted) => {
      const made = await makeToken({ state, now: clock.now() }, actor, wanted);
      return { ...shown(made), token: made.text };
    },
  }),
  answer(revokeToken, {
    allow,
    handle: async ({ people: { state }, actor }: PeopleContext, { id }) => {
      await dropToken(state, actor.person, id);
      return {};
    },
  }),
];

const shown = ({ id, name, scopes, createdAt, expiresAt }: Kept) => ({
  id,
  name,
  scopes: scopes as Shown["scopes"],
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});
