import { randomUUID } from "node:crypto";
import { background } from "../../platform/background.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import { memoryLimits } from "../../platform/limits.ts";
import type { Log } from "../../platform/log.ts";
import { openMail } from "../../platform/mail.ts";
import type { StateDb } from "../../platform/state/state-db.ts";
import type { Keys } from "./keys/store.ts";
import type { PeopleParts } from "./parts.ts";
import { errandsWith } from "./sign-in/program/errands.ts";
import { openProvider, type Provider } from "./sign-in/program/provider.ts";
import { scrypt } from "./store/hashes.ts";
import { ensureOwner } from "./store/people.ts";
import { sessionsOver } from "./store/sessions.ts";

export { openKeys, resetKeys } from "./keys/store.ts";
export type { OpenContext, PeopleContext, PeopleParts } from "./parts.ts";
export { openPeopleRoutes, peopleRoutes } from "./routes.ts";
export { comeBack, followLink } from "./sign-in/routes.ts";
export { whoAsks } from "./store/who-asks.ts";

interface Given {
  readonly state: StateDb;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
  readonly keys: Keys;
  readonly localToken: string;
  address(): string;
}

/** All about people, put together from the settings. `close` waits for mail that is on its way. */
export async function openPeople(given: Given): Promise<PeopleParts & { close(): Promise<void> }> {
  const { state, clock, log, config, keys, localToken, address } = given;
  const { smtpUrl: url, mailFrom: from } = config;
  const { sessions: secret } = keys;
  const sessions = sessionsOver({ state, secret, baseUrl: address(), passwords: scrypt });
  const mail = url === undefined ? undefined : openMail({ url, from });
  const work = background(log);
  return {
    ...{ state, clock, sessions, keys, mail, localToken, address },
    limits: memoryLimits(),
    provider: providerOf(config),
    errands: errandsWith({ cookie: sessions.cookieName("errand"), secret }),
    background: work,
    owner: await ensureOwner(state, randomUUID),
    close: async () => {
      await work.done();
      mail?.close();
    },
  };
}

function providerOf(config: Config): Provider | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  const { oidcName: name = "your organisation", oidcGroupsClaim: groupsClaim, oidcOpen: open } = config;
  return openProvider({ issuer, clientId, clientSecret, name, groupsClaim, open });
}
