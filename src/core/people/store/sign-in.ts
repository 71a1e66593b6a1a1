import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { magicLink } from "better-auth/plugins/magic-link";
import { drizzle } from "drizzle-orm/node-postgres";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { account, session, user, verification } from "../tables.ts";

const DAY = 24 * 60 * 60;

export interface SignIn {
  /** A link's token that signs this account in once, within a day. */
  oneTimeToken(email: string): Promise<string>;
  /** Spends a token: gives the cookies of a new session, or none when the token is no good any more. */
  enter(token: string, headers: Headers): Promise<string[]>;
  /** The account behind a request's cookie. */
  accountOf(headers: Headers): Promise<string | undefined>;
  /** Ends the request's session; the headers forget its cookie. */
  leave(headers: Headers): Promise<Headers>;
}

/** Cookies know no port: two installations on one machine must not overwrite each other's. */
const cookiePrefix = (secret: string): string =>
  `septet-${createHash("sha256").update(`cookie ${secret}`).digest("hex").slice(0, 8)}`;

export interface SignInParts {
  readonly state: StateDb;
  readonly secret: string;
  /** The address that people see, e.g. `http://127.0.0.1:7377`. */
  readonly baseUrl: string;
}

/** Sign-in is better-auth, used through its functions alone: none of its own addresses is open. */
export function signIn({ state, secret, baseUrl }: SignInParts): SignIn {
  const minted = new AsyncLocalStorage<{ token?: string }>();
  const auth = betterAuth({
    appName: "Septet",
    baseURL: baseUrl,
    secret,
    database: drizzleAdapter(drizzle(state.authPool), {
      provider: "pg",
      schema: { user, session, account, verification },
    }),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    advanced: { cookiePrefix: cookiePrefix(secret), useSecureCookies: baseUrl.startsWith("https:") },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      magicLink({
        expiresIn: DAY,
        disableSignUp: true,
        storeToken: "hashed",
        // The library hands the token to whoever sends it; here that is the caller itself.
        sendMagicLink: ({ token }) => {
          const asking = minted.getStore();
          if (asking) asking.token = token;
        },
      }),
    ],
  });

  return {
    oneTimeToken: (email) =>
      minted.run({}, async () => {
        await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
        const token = minted.getStore()?.token;
        if (token === undefined) throw new Error("No sign-in link could be made.");
        return token;
      }),
    enter: async (token, headers) => {
      const answered = await auth.api.magicLinkVerify({
        query: { token, callbackURL: "/" },
        headers,
        asResponse: true,
      });
      return answered.headers.getSetCookie();
    },
    accountOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id,
    leave: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers,
  };
}
