import ipaddr from "ipaddr.js";

/** Longer ones are no webhook's. */
const LONGEST = 1000;

/** Hosts of the operator's own network that may be posted to all the same. */
export type AllowedHosts = readonly string[];

/** Why nothing is posted to an address, as far as the address itself says so; null where it may be. */
export function addressProblem(text: string, allowed: AllowedHosts): string | null {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (url === null) return "Write the address that your chat gave you, like https://hooks.example.org/….";
  if (isAllowed(url, allowed) && url.protocol === "http:") return null;
  if (url.protocol !== "https:") return "Only an address that begins with https:// is posted to.";
  if (url.username !== "" || url.password !== "") return "There is a name or password in it. Leave it out.";
  const host = hostOf(url);
  return isAllowed(url, allowed) || !ipaddr.isValid(host) || isPublic(host) ? null : NOT_PUBLIC;
}

export const NOT_PUBLIC =
  "This host is inside a private network. Whoever runs Septet can allow it (SEPTET_WEBHOOK_HOSTS).";

export const isAllowed = (url: URL, allowed: AllowedHosts): boolean =>
  allowed.some((host) => host.toLowerCase() === url.hostname || host.toLowerCase() === hostOf(url));

/** An IPv6 address without its brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Whether an IP address is one of the whole internet's: no loopback, no private network, none that leads to one in disguise. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}
