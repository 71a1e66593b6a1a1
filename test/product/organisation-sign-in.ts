import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const CLIENT = { id: "septet", secret: "a-secret-of-the-client" };

/** What the provider says of somebody, by the name they sign in with there. */
export type Directory = Record<
  string,
  { email?: string; email_verified?: boolean; name?: string; groups?: string[] }
>;

/** A real, certified OpenID Connect provider, in which anybody signs in with a name alone. */
export async function openOrganisationSignIn(callback: string, people: Directory) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "email", "profile", "groups"],
    pkce: { required: () => true },
    cookies: { keys: ["a key of the provider"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  server.on("request", provider.callback());
  return { issuer, close: () => new Promise<unknown>((resolve) => server.close(resolve)), signIn };
}

/** Goes through the provider's own pages as somebody; gives the address it sends the browser back to. */
async function signIn(start: string, name: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = start;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12; step++) {
    const answered: Response = await fetch(at, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join("; ") },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const set of answered.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(key, value);
    }
    const next = answered.headers.get("location");
    if (next) {
      at = new URL(next, at).href;
      form = undefined;
      if (new URL(at).pathname === "/api/sign-in/callback") return new URL(at);
      continue;
    }
    const page = await answered.text();
    if (!answered.ok) throw new Error(`The provider answered ${answered.status}: ${page.slice(0, 2000)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
    form = prompt === "login" ? { prompt, login: name, password: "any" } : { prompt };
  }
  throw new Error("The provider went on and on.");
}
