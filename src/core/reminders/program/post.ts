import { type LookupAddress, type LookupOptions, lookup as systemLookup } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { type AllowedHosts, addressProblem, isAllowed, isPublic, NOT_PUBLIC } from "../channel/address.ts";

/** Why something could not be posted, in words for those who set the address. */
export class PostTrouble extends Error {}

interface Given {
  readonly allowed: AllowedHosts;
  /** Finds the addresses of a host. */
  readonly lookup?: typeof systemLookup;
  /** In milliseconds, from the first look at the host's name to the answer. */
  readonly patience?: number;
}

export interface Poster {
  /** Posts JSON once; follows no redirect, and reads no more of the answer than its status. Throws {@link PostTrouble}. */
  post(address: string, payload: object): Promise<void>;
  /** Why nothing is posted there, or null. Looks the host up. */
  problemWith(address: string): Promise<string | null>;
}

/**
 * Posts to addresses that people wrote, and to no other place than the public internet: every address that a host's name stands for is
 * looked at as the connection is made to it, so that a name which stands for another one a moment later gains nothing.
 */
export function poster({ allowed, lookup = systemLookup, patience = 5_000 }: Given): Poster {
  const guarded = publicOnly(lookup);
  const post = (address: string, payload: object): Promise<void> => {
    const problem = addressProblem(address, allowed);
    if (problem !== null) return Promise.reject(new PostTrouble(problem));
    const url = new URL(address);
    const looking = isAllowed(url, allowed) ? {} : { lookup: guarded };
    return send(url, { body: JSON.stringify(payload), looking, patience });
  };
  return {
    post,
    problemWith: async (address) => {
      const problem = addressProblem(address, allowed);
      const url = problem === null ? new URL(address) : null;
      if (url === null || isAllowed(url, allowed)) return problem;
      return new Promise((resolve) => {
        const host = url.hostname.replace(/^\[|\]$/g, "");
        guarded(host, { all: true }, (error) => resolve(error === null ? null : wordsFor(error)));
      });
    },
  };
}

function publicOnly(lookup: typeof systemLookup): LookupFunction {
  return (host, options: LookupOptions, answer) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return answer(error, []);
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => isPublic(address)))
        return answer(new PostTrouble(NOT_PUBLIC), []);
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
}

interface Sending {
  readonly body: string;
  readonly looking: { readonly lookup?: LookupFunction };
  readonly patience: number;
}

function send(url: URL, { body, looking, patience }: Sending): Promise<void> {
  const request = url.protocol === "https:" ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const signal = AbortSignal.timeout(patience);
    const asked = request(url, { method: "POST", headers, agent: false, signal, ...looking }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      if (status >= 200 && status < 300) resolve();
      else reject(new PostTrouble(wordsOfStatus(status)));
    });
    asked.on("error", (error) => reject(new PostTrouble(wordsFor(error))));
    asked.end(body);
  });
}

const wordsOfStatus = (status: number): string =>
  status >= 300 && status < 400
    ? `It answered that it is elsewhere (${status}), which is not followed. Set the address that it leads to.`
    : `It answered with ${status}${status === 404 || status === 410 ? ": there is no such webhook any more" : ""}.`;

const known: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no host of this name.",
  EAI_AGAIN: "The host's name could not be looked up.",
  ECONNREFUSED: "Nobody answers at this address.",
  ECONNRESET: "It broke off.",
  ABORT_ERR: "It did not answer in time.",
};

function wordsFor(error: Error): string {
  if (error instanceof PostTrouble) return error.message;
  const { code = "" } = error as NodeJS.ErrnoException;
  return (
    known[code] ?? (/CERT|SSL|TLS/i.test(code) ? "Its certificate is not right." : "It could not be reached.")
  );
}
