import { useQuery } from "@tanstack/react-query";
import { units } from "../../../core/org/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { asking } from "../../../web/client.ts";
import { Choice, type Option } from "../../../web/parts/choice.tsx";
import { belowOf, placesOf } from "../../../web/parts/outline.ts";
import type { unitAsks } from "../contract.ts";

/** Who is asked, as the question to the server names them. */
export interface Whom {
  readonly option: Option;
  readonly asked: { readonly person: string } | { readonly unit: string };
}

/** Who then sees it: a person, or those who belong to a team or group. */
export const whomName = ({ option, asked }: Whom): string =>
  "unit" in asked ? `those who belong to ${option.name}` : option.name;

interface WhomChoiceProps {
  readonly slug: string;
  readonly leads: AnswerOf<typeof unitAsks>["leads"];
  readonly error?: string | undefined;
  readonly chosen: Whom | null;
  readonly onChoose: (whom: Whom) => void;
}

/** Those who lead a group above come first, the nearest of them first; then every unit that can be asked. */
export function WhomChoice({ slug, leads, error, chosen, onChoose }: WhomChoiceProps) {
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  const [below, places] = [belowOf(all, slug), placesOf(all)];
  const whoms: Whom[] = [
    ...leads.map(({ id, name, leads: led }) => ({
      option: { value: `person ${id}`, name, of: `leads ${led.name}` },
      asked: { person: id },
    })),
    ...all
      .filter((unit) => !below.has(unit.slug))
      .map((unit) => ({
        option: { value: `unit ${unit.slug}`, name: unit.name, of: places.get(unit.slug) ?? "" },
        asked: { unit: unit.slug },
      })),
  ];
  return (
    <Choice
      label="Whom do you ask?"
      description="Somebody who leads a group above, or another team or group"
      error={error}
      options={whoms.map(({ option }) => option)}
      chosen={chosen?.option ?? null}
      onChoose={({ value }) => {
        const whom = whoms.find(({ option }) => option.value === value);
        if (whom) onChoose(whom);
      }}
    />
  );
}
