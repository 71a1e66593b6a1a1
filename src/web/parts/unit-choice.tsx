import { useQuery } from "@tanstack/react-query";
import { units } from "../../core/org/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import { asking } from "../client.ts";
import { Choice, type Option } from "./choice.tsx";
import { apartOf, placesOf } from "./outline.ts";

type Listed = AnswerOf<typeof units>["units"][number];

interface UnitChoiceProps {
  readonly label: string;
  readonly error?: string | undefined;
  /** The slug. */
  readonly chosen: string | null;
  readonly onChoose: (slug: string) => void;
  /** Which of them can be chosen at all. */
  readonly among?: (unit: Listed, all: readonly Listed[]) => boolean;
}

/** One of the teams and groups, each with where it stands. */
export function UnitChoice({ chosen, onChoose, among = () => true, ...field }: UnitChoiceProps) {
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  const places = placesOf(all);
  const apart = apartOf(all);
  const options = all
    .filter((unit) => among(unit, all))
    .map(({ slug, name }): Option => {
      const place = places.get(slug) ?? "";
      const address = apart.get(slug)?.address ?? null;
      return { value: slug, name, of: address === null ? place : `${place} (${address})` };
    });
  return (
    <Choice
      {...field}
      options={options}
      chosen={options.find(({ value }) => value === chosen) ?? null}
      onChoose={({ value }) => onChoose(value)}
    />
  );
}

/** Teams and groups stand in groups and in the organisation, and in no team. */
export const takesUnits = ({ kind }: Pick<Listed, "kind">) => kind !== "team";
