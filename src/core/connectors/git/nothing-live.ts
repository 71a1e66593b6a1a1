import type { Found } from "./contract.ts";

/** Whether nothing says what is live: there is no rule, or one that finds no deployment, and so may be written wrong. */
export const nothingLive = ({ deploymentsBy, deployments }: Pick<Found, "deploymentsBy" | "deployments">) =>
  deploymentsBy === null || deployments === 0;
