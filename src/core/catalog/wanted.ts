import type { At } from "./problems.ts";

/** A file of an import, as what was read from it is marked: `catalog /srv/acme.yaml`. */
export interface Source {
  readonly source: string;
  readonly file: string;
  /** All of it could be read, so that what is not in it is known to be gone. */
  readonly whole: boolean;
}

interface Said {
  readonly source: string;
  readonly at: At;
}

/** A team or group that a file names. Only one with a `ref` says anything of it but that it is there. */
export interface WantedUnit extends Said {
  readonly ref: string | null;
  /** What it is called where it is referred to; its address is made of it. */
  readonly handle: string;
  readonly name: string;
  /** The reference of the unit above, where one is said. */
  readonly parent: string | null;
  /** What it lists below it that is in none of the files. */
  readonly childrenElsewhere: readonly string[];
  /** It is the organisation itself. */
  readonly top: boolean;
}

export interface WantedPerson extends Said {
  /** Stands for the person within the import. */
  readonly key: string;
  readonly ref: string | null;
  readonly name: string;
  readonly email: string | null;
}

export interface WantedMembership extends Said {
  /** The key of a wanted person, or the reference of one who is known already. */
  readonly person: string;
  /** The reference of a unit, or the name or slug that a list gives. */
  readonly unit: string;
  readonly role: "member" | "lead";
  /** Days; null where nothing is said. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface WantedComponent extends Said {
  readonly ref: string;
  /** What it is called in Septet, unless it is known by another name. */
  readonly name: string;
  /** The repository that its annotations name, by whose name it may be known from Git. */
  readonly repository: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly partOf: string | null;
  /** The reference of the unit that owns it. */
  readonly owner: string | null;
}

/** What the files of an import say that there is. */
export interface Wanted {
  readonly sources: readonly Source[];
  readonly units: readonly WantedUnit[];
  readonly people: readonly WantedPerson[];
  readonly memberships: readonly WantedMembership[];
  readonly components: readonly WantedComponent[];
  /** Entries that could be read. */
  readonly read: number;
}
