import { createHash } from "node:crypto";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { drizzle } from "drizzle-orm/node-postgres";
import { z } from "zod";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { account, session, user, verification } from "../tables.ts";
import type { Passwords } from "./hashes.ts";

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** A session that a request's cookie belongs to. */
interface Session {
  readonly id: string;
  /** Whose: the account's id is the person's. */
  readonly person: string;
}

export interface Sessions {
  readonly passwords: Passwords;
  /** A new session for a person who is known to be who they say; gives its cookies. The browser's session before it ends. */
  begin(person: string, headers: Headers): Promise<string[]>;
  /** The same for an e-mail address and a password; nothing where they are not right, after as much work as where they are. */
  beginByPassword(
    given: { email: string; password: string },
    headers: Headers,
  ): Promise<string[] | undefined>;
  /** The session behind a request's cookie. */
  of(headers: Headers): Promise<Session | undefined>;
  /** Ends the request's session; gives the cookies that forget it. */
  end(headers: Headers): Promise<string[]>;
  /** A cookie's name in this installation. */
  cookieName(name: string): string;
}

/** Cookies know no port: two installations on one machine must not overwrite each other's. */
const cookiePrefix = (secret: string): string =>
  `septet-${createHash("sha256").update(`cookie ${secret}`).digest("hex").slice(0, 8)}`;

interface SessionParts {
  readonly state: StateDb;
  readonly secret: string;
  /** The address that people see, e.g. `http://127.0.0.1:7377`. */
  readonly baseUrl: string;
  readonly passwords: Passwords;
}

/** Sessions and passwords are better-auth's, used through its functions alone: none of its own addresses is open. */
export function sessionsOver(parts: SessionParts): Sessions {
  const auth = authOver(parts);
  const end = async (headers: Headers): Promise<string[]> =>
    (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie();
  return {
    passwords: parts.passwords,
    begin: async (person, headers) => {
      await end(headers);
      const begun = await auth.api.begin({ body: { person }, headers, returnHeaders: true });
      return begun.headers.getSetCookie();
    },
    beginByPassword: async (body, headers) => {
      try {
        const begun = await auth.api.signInEmail({ body, headers, returnHeaders: true });
        await end(headers);
        return begun.headers.getSetCookie();
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return undefined;
        throw error;
      }
    },
    of: async (headers) => {
      const found = await auth.api.getSession({ headers });
      return found ? { id: found.session.id, person: found.user.id } : undefined;
    },
    end,
    cookieName: (name) => {
      const prefix = cookiePrefix(parts.secret);
      return isSecure(parts.baseUrl) ? `__Secure-${prefix}.${name}` : `${prefix}.${name}`;
    },
  };
}

const isSecure = (url: string): boolean => url.startsWith("https:");

function authOver({ state, secret, baseUrl, passwords }: SessionParts) {
  return betterAuth({
    appName: "Septet",
    baseURL: baseUrl,
    secret,
    database: drizzleAdapter(drizzle(state.authPool), {
      provider: "pg",
      schema: { user, session, account, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, password: passwords },
    session: { expiresIn: 30 * DAY, updateAge: HOUR },
    advanced: {
      cookiePrefix: cookiePrefix(secret),
      useSecureCookies: isSecure(baseUrl),
      // The library would believe whatever a header says about it.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [{ id: "septet", endpoints: { begin: beginSession } }],
  });
}

/** What the library has no function of its own for: a session for somebody who came in by a way of ours. */
const beginSession = createAuthEndpoint(
  "/septet/begin",
  { method: "POST", body: z.object({ person: z.string() }) },
  async (ctx) => {
    const found = await ctx.context.internalAdapter.findUserById(ctx.body.person);
    if (!found) throw new APIError("NOT_FOUND");
    await setSessionCookie(ctx, {
      session: await ctx.context.internalAdapter.createSession(found.id),
      user: found,
    });
    return ctx.json({});
  },
);
