import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import { Failure } from "../../../../platform/errors.ts";
import type { Claims } from "../coming-in.ts";
import type { Errand } from "./errands.ts";

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
  readonly groupsClaim: string;
  /** Whether everybody whom it lets in may come in. */
  readonly open: boolean;
}

/** The organisation's own sign-in, by OpenID Connect. */
export interface Provider {
  readonly name: string;
  readonly open: boolean;
  /** Where to send the browser, and what has to be known when it comes back. */
  send(callback: string): Promise<{ readonly url: string } & Pick<Errand, "state" | "nonce" | "verifier">>;
  /** Who came back, as the provider vouches for. Throws `not_signed_in` where anything about it is not right. */
  receive(cameBackTo: URL, errand: Errand): Promise<Claims>;
}

/** Nobody waits for a provider longer than this. */
const PATIENCE_SECONDS = 10;

/** Authorization code with PKCE, state and nonce; issuer, audience, signature and times are checked by a certified library. */
export function openProvider(settings: ProviderSettings): Provider {
  let discovered: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    discovered ??= discover(settings).catch((cause) => {
      discovered = undefined; // the provider may only be down
      const detail = `The sign-in of ${settings.name} does not answer as it should. Try again in a while.`;
      throw new Failure("not_ready", { detail, cause });
    });
    return discovered;
  };
  return {
    name: settings.name,
    open: settings.open,
    async send(callback) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const provider = await configuration();
      const url = buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: scopesOf(provider),
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { url: url.href, state, nonce, verifier };
    },
    async receive(cameBackTo, { state, nonce, verifier }) {
      const provider = await configuration();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const tokens = await authorizationCodeGrant(provider, cameBackTo, {
          ...checks,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("There is no ID token.");
        const more = await moreClaims(provider, tokens.access_token, claims);
        return claimsOf(together(claims, more), settings.groupsClaim);
      } catch (cause) {
        throw new Failure("not_signed_in", { detail: "Signing in did not work. Begin again.", cause });
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const url = new URL(issuer);
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const plain = url.protocol === "http:" && here ? { execute: [allowInsecureRequests] } : {};
  return discovery(url, clientId, {}, authenticationOf(clientSecret), {
    timeout: PATIENCE_SECONDS,
    ...plain,
  });
}

/** By the header, as the standard has it, unless the provider only takes the other way. */
function authenticationOf(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (...asked) => {
    const ways = asked[0].token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (ways.includes("client_secret_basic") ? inHeader : inBody)(...asked);
  };
}

/** Some providers tell groups for a scope of that name; others refuse a scope that they do not know. */
function scopesOf(provider: Configuration): string {
  const groups = provider.serverMetadata().scopes_supported?.includes("groups") ? ["groups"] : [];
  return ["openid", "email", "profile", ...groups].join(" ");
}

/** Many providers tell these only when asked apart. The answer must be about the same person. */
async function moreClaims(
  provider: Configuration,
  accessToken: string,
  { sub }: IDToken,
): Promise<Record<string, unknown>> {
  return provider.serverMetadata().userinfo_endpoint ? fetchUserInfo(provider, accessToken, sub) : {};
}

/** An address and whether it is verified come from one place, so that neither speaks of another address. */
function together(claims: IDToken, more: Record<string, unknown>): Record<string, unknown> {
  const { email, email_verified } = "email_verified" in claims ? claims : more;
  return { ...more, ...claims, email, email_verified };
}

const Told = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().trim().min(1).optional().catch(undefined),
});

/** More groups than this, or longer names, are cut: they are remembered for people to choose from. */
const MOST_GROUPS = 500;
const LONGEST_NAME = 120;

function claimsOf(told: Record<string, unknown>, groupsClaim: string): Claims {
  const { iss, sub, email, email_verified, name } = Told.parse(told);
  const groups = z.array(z.string()).catch([]).parse(told[groupsClaim]);
  return {
    issuer: iss,
    subject: sub,
    email: email?.toLowerCase() ?? null,
    emailVerified: email_verified === true,
    name: (name ?? email?.split("@")[0] ?? "Somebody").slice(0, LONGEST_NAME),
    groups: [...new Set(groups)].slice(0, MOST_GROUPS).map((group) => group.slice(0, LONGEST_NAME)),
  };
}
