import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { type Apart, apartOf } from "./outline.ts";

export type Aparts = ReadonlyMap<string, Apart>;

const none: Aparts = new Map();

/** What tells teams and groups of one name from each other, by slug; asked for once a list, as there may be a thousand lines in it. */
export function useApart(): Aparts {
  const all = useQuery(asking(units, { components: "false" })).data?.units;
  return useMemo(() => (all ? apartOf(all) : none), [all]);
}

interface ApartWordsProps {
  readonly apart: Apart | undefined;
  /** Where it stands can be seen: only those that stand right beside each other have to be told apart. */
  readonly inTree?: boolean;
}

/** Stands after a name that is not one unit's alone. */
export function ApartWords({ apart, inTree = false }: ApartWordsProps) {
  const words = apartText(apart, { inTree });
  if (words === null) return null;
  return (
    <span className="soft small" dir="auto">
      {" "}
      ({words})
    </span>
  );
}

export function apartText(apart: Apart | undefined, { inTree = false } = {}): string | null {
  if (apart === undefined) return null;
  return apart.address ?? (inTree ? null : apart.place);
}
