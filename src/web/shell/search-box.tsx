import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { search } from "../../core/org/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import { asking } from "../client.ts";
import { finds } from "../parts/finds.ts";
import { Trouble } from "../parts/trouble.tsx";
import { useOptionKeys } from "../parts/use-option-keys.ts";
import styles from "./search.module.css";

type Found = AnswerOf<typeof search>["found"][number];

/** Long enough for the next letter to come, in milliseconds. */
const PAUSE = 120;

/** In the order of the answer. */
const groups = [
  ["unit", "Teams and groups"],
  ["person", "People"],
  ["component", "Components"],
] as const;

/** A field, and below it what it found while one types. `onLeave` closes what it stands in. */
export function SearchBox({ onLeave }: { onLeave: () => void }) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), PAUSE);
  const go = useGo();
  const asked = useQuery({
    ...asking(search, { q }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const answered = q === typed.trim() && asked.isSuccess && !asked.isPlaceholderData;
  // Until the answer to what is typed comes, what the answer before has of it is shown: Enter goes nowhere else.
  const found = (typed.trim() === "" ? [] : (asked.data?.found ?? [])).filter(
    ({ name }) => answered || finds(name, typed),
  );
  const keys = useOptionKeys({
    label: "Found",
    count: found.length,
    onChoose: (index) => {
      const chosen = found[index];
      if (!chosen) return;
      onLeave();
      go(chosen);
    },
  });
  return (
    <>
      <input
        {...keys.field}
        ref={focusOnce}
        type="text"
        className={styles.field}
        aria-label="Teams, people and components"
        placeholder="Teams, people and components"
        value={typed}
        maxLength={200}
        dir="auto"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          keys.restart();
        }}
      />
      <Trouble error={asked.error} />
      <p role="status" className={found.length > 0 ? "hidden" : "soft small"}>
        {wordsFor(typed.trim(), answered ? found.length : null)}
      </p>
      {found.length > 0 && <Results found={found} keys={keys} />}
      {typed.trim() !== "" && (
        <Link to="/library" search={{ q: typed.trim() }} className={styles.written} onClick={onLeave}>
          Look for it in what was written
        </Link>
      )}
    </>
  );
}

/** A module's function, so that it is called once for a field and not whenever that is drawn again. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

function wordsFor(typed: string, n: number | null): string {
  if (typed === "") return "Type a part of a name.";
  if (n === null) return "";
  return n === 0 ? "Nothing is called like that." : `${n} found`;
}

interface ResultsProps {
  readonly found: readonly Found[];
  readonly keys: ReturnType<typeof useOptionKeys>;
}

function Results({ found, keys }: ResultsProps) {
  const id = useId();
  const numbered = found.map((each, index) => ({ ...each, index }));
  return (
    <div {...keys.list} className={styles.results}>
      {groups.map(([kind, title]) => {
        const those = numbered.filter((each) => each.kind === kind);
        if (those.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, of which there is no element outside a select
          <div key={kind} role="group" aria-labelledby={`${id}${kind}`}>
            <p id={`${id}${kind}`} className={styles.group}>
              {title}
            </p>
            {those.map(({ index, id: of, name, of: place }) => (
              <div key={of} {...keys.option(index)} tabIndex={-1} className={styles.option}>
                <span dir="auto">{name}</span>
                <span dir="auto" className="soft small">
                  {place}
                </span>
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** To the page of what was found. */
function useGo() {
  const navigate = useNavigate();
  return ({ kind, id }: Found) => {
    if (kind === "unit") void navigate({ to: "/units/$slug", params: { slug: id } });
    else if (kind === "person") void navigate({ to: "/people/$id", params: { id } });
    else void navigate({ to: "/components", search: { q: id } });
  };
}
