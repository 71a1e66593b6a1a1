import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { people } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Choice, type Option } from "./choice.tsx";

/** Long enough for the next letter to come, in milliseconds. */
const PAUSE = 150;
/** As many as can be looked over; a longer name finds the others. */
const MOST = 20;

interface PersonChoiceProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly chosen: Option | null;
  /** The value is the person's id. */
  readonly onChoose: (person: Option) => void;
}

/** Somebody, found by a part of the name, each with where they belong. */
export function PersonChoice(props: PersonChoiceProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, PAUSE);
  const found = useQuery({ ...asking(people, { search, limit: MOST }), placeholderData: keepPreviousData });
  const options = (found.data?.people ?? []).map(({ id, name, units }) => ({
    value: id,
    name,
    of: [...new Set(units.map((unit) => unit.name))].join(", "),
  }));
  return <Choice {...props} options={options} onType={setTyped} />;
}
