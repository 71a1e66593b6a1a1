import { Failure, fail } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { limits } from "../limits.ts";
import { localPath } from "../next-path.ts";
import type { OpenContext } from "../parts.ts";
import type { Trouble } from "./coming-in.ts";
import { askForReset, doorway, resetPassword, signInByPassword, signInByProvider } from "./contract.ts";
import { anyPassword, enterByClaims, enterByLink, mailReset, resetByLink } from "./store.ts";

const anyone = () => true;

export const openSignInRoutes: readonly Route<OpenContext>[] = [
  answer(doorway, {
    allow: anyone,
    handle: async ({ people: { state, provider, mail } }: OpenContext) => ({
      passwords: await anyPassword(state),
      provider: provider?.name ?? null,
      mail: mail !== undefined,
    }),
  }),
  answer(signInByPassword, {
    allow: anyone,
    handle: async (context: OpenContext, given) => {
      context.visitor.setCookies(await byPassword(context, given));
      return {};
    },
  }),
  answer(signInByProvider, {
    allow: anyone,
    handle: async ({ people, visitor }: OpenContext, { next }) => {
      const { provider, errands, address, clock } = people;
      if (!provider) fail("not_found", "There is no sign-in of the organisation here.");
      await people.limits.spend(limits.provider, visitor.address);
      const { url, ...errand } = await provider.send(callbackOf(address()));
      visitor.setCookies([errands.keep({ ...errand, next: localPath(next) }, clock.now())]);
      return { url };
    },
  }),
  answer(askForReset, {
    allow: anyone,
    handle: async ({ people, visitor }: OpenContext, { email }) => {
      await people.limits.spend(limits.resetFrom, visitor.address);
      await people.limits.spend(limits.resetFor, email);
      people.background.begin(() => mailReset(people, email));
      return {};
    },
  }),
  answer(resetPassword, {
    allow: anyone,
    handle: async ({ people, visitor }: OpenContext, given) => {
      await people.limits.spend(limits.link, visitor.address);
      const person = await resetByLink(people, given);
      await people.limits.giveBack(limits.link, visitor.address);
      visitor.setCookies(await people.sessions.begin(person, visitor.headers));
      return {};
    },
  }),
];

/** The same words, after the same work, whether the address is unknown or the password is wrong. */
async function byPassword({ people, visitor }: OpenContext, given: { email: string; password: string }) {
  const tries = [
    [limits.signInFrom, visitor.address],
    [limits.signInHere, `${visitor.address} ${given.email}`],
    [limits.signInAs, given.email],
  ] as const;
  for (const [limit, key] of tries) await people.limits.spend(limit, key);
  const cookies = await people.sessions.beginByPassword(given, visitor.headers);
  if (!cookies) fail("not_signed_in", "The e-mail address or the password is not right.");
  for (const [limit, key] of tries) await people.limits.giveBack(limit, key);
  return cookies;
}

export const callbackOf = (address: string): string => `${address}/api/sign-in/callback`;

/** A one-time link: gives where to go on. */
export async function followLink({ people, visitor }: OpenContext, token: string): Promise<string> {
  await people.limits.spend(limits.link, visitor.address);
  const person = await enterByLink(people, token);
  if (person === undefined) return "/?link=spent";
  await people.limits.giveBack(limits.link, visitor.address);
  visitor.setCookies(await people.sessions.begin(person, visitor.headers));
  return "/";
}

/** Back from the organisation's own sign-in: gives where to go on. */
export async function comeBack(context: OpenContext, search: string): Promise<string> {
  const { people, visitor } = context;
  await people.limits.spend(limits.provider, visitor.address);
  const errand = people.errands.kept(visitor.headers, people.clock.now());
  visitor.setCookies([people.errands.forget()]);
  if (!people.provider || !errand) return troubled("failed");
  try {
    const cameBackTo = new URL(`${callbackOf(people.address())}${search}`);
    const claims = await people.provider.receive(cameBackTo, errand);
    const entering = await enterByClaims(people, claims, people.provider.open);
    if ("trouble" in entering) return troubled(entering.trouble);
    visitor.setCookies(await people.sessions.begin(entering.person, visitor.headers));
    return localPath(errand.next);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return troubled(error.code === "not_ready" ? "unreachable" : "failed");
  }
}

const troubled = (trouble: Trouble): string => `/sign-in?trouble=${trouble}`;
