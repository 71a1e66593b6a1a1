import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { people } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Choice, type Option } from "./choice.tsx";
import { finds } from "./finds.ts";

/** Long enough for the next letter to come, in milliseconds. */
const PAUSE = 150;
/** As many as can be looked over; a longer name finds the others. */
const MOST = 20;

interface PersonChoiceProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly chosen: Option | null;
  /** The value is the person's id; `email` is null also for who may not see it. */
  readonly onChoose: (person: Option, email: string | null) => void;
}

/** Somebody, found by a part of the name, each with where they belong. */
export function PersonChoice({ onChoose, ...field }: PersonChoiceProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, PAUSE);
  const found = useQuery({ ...asking(people, { search, limit: MOST }), placeholderData: keepPreviousData });
  // Until the answer to what is typed comes, those of the answer before are shown that have it: Enter takes nobody else.
  const options = (found.data?.people ?? [])
    .filter(({ name }) => finds(name, typed))
    .map(({ id, name, units }) => ({
      value: id,
      name,
      of: [...new Set(units.map((unit) => unit.name))].join(", "),
    }));
  const looking = typed !== search || found.isFetching;
  const choose = (option: Option) =>
    onChoose(option, found.data?.people.find(({ id }) => id === option.value)?.email ?? null);
  return <Choice {...field} options={options} onChoose={choose} onType={setTyped} looking={looking} />;
}
