import { createHash } from "node:crypto";
import { readCatalog } from "./catalog-files.ts";
import { type ClaimedGroup, planClaimedGroups } from "./claimed-groups.ts";
import type { ImportFile } from "./contract.ts";
import type { Directory } from "./directory.ts";
import { readPeople } from "./people-lists.ts";
import { type Plan, type PlannedBy, planOf } from "./plan.ts";
import { Problems } from "./problems.ts";

/** What is to be imported. */
export type Importing =
  | { readonly from: "catalog" | "people"; readonly files: readonly ImportFile[] }
  | { readonly from: "groups"; readonly claimed: readonly ClaimedGroup[] };

interface Known extends Pick<PlannedBy, "me" | "newId"> {
  readonly directory: Directory;
}

export interface Planned {
  readonly plan: Plan;
  /** Entries that could be read. */
  readonly read: number;
  /** The same for as long as neither the state of things nor what is imported changes. */
  readonly print: string;
}

/** What an import would change. */
export function planImport(importing: Importing, { directory, me, newId }: Known): Planned {
  const by = { me, newId, problems: new Problems() };
  const print = hashOf([me, printOf(directory), importing]);
  if (importing.from === "groups") {
    const { claimed } = importing;
    return { plan: planClaimedGroups(claimed, directory, by), read: claimed.length, print };
  }
  const read = importing.from === "catalog" ? readCatalog : readPeople;
  const wanted = read(importing.files, by.problems);
  return { plan: planOf(directory, wanted, by), read: wanted.read, print };
}

/** Stands for the state of things. */
export const printOf = (directory: Directory): string => hashOf(directory);

const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");
