import type { Visibility } from "../../../core/sharing/visibility.ts";

/** One way to say who sees a note. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly seen: { readonly visibility: Visibility; readonly with?: string };
}

interface Around {
  readonly unit: string;
  /** The id of who chooses: nobody shares with themselves. */
  readonly me: string | undefined;
  /** Who belongs to the unit; who also leads it is in it twice. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The units above, the nearest first. */
  readonly audiences: readonly { readonly slug: string; readonly name: string; readonly kind: string }[];
}

/** Everything that can be chosen, the fewest readers first. */
export function choicesOf({ unit, me, people, audiences }: Around): Choice[] {
  const others = new Map(people.filter(({ id }) => id !== me).map(({ id, name }) => [id, name]));
  return [
    { value: "private", label: "Only me", seen: { visibility: "private" } },
    ...[...others].map(([id, name]) => ({
      value: `pair ${id}`,
      label: `${name} and me`,
      seen: { visibility: "pair", with: id } as const,
    })),
    { value: "team", label: `Everyone in ${unit}`, seen: { visibility: "team" } },
    ...audiences.map(({ slug, name, kind }) => ({
      value: `above ${slug}`,
      label: `Everyone in ${name}`,
      seen:
        kind === "organisation"
          ? ({ visibility: "organisation" } as const)
          : ({ visibility: "group", with: slug } as const),
    })),
  ];
}

export const choiceOf = (choices: readonly Choice[], value: string): Choice | undefined =>
  choices.find((choice) => choice.value === value);
