import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { checkIn, writeTurn } from "../../../core/loops/check-in/contract.ts";
import type { Turn } from "../../../core/loops/contract.ts";
import { ProblemError } from "../../../platform/http/ask.ts";
import type { AskOf } from "../../../platform/http/contract.ts";
import { ask, every, queries } from "../../client.ts";

type Change = Omit<AskOf<typeof writeTurn>, "id" | "due">;

/** What is chosen at a turn: of several people's choices the last one holds. */
export function useWrite({ loop: id, due }: Turn) {
  return useMutation({
    mutationFn: (change: Change) => ask(writeTurn, { id, due, ...change }),
    // Not waited for: whoever wrote knows by then what is kept.
    onSettled: () => void queries.invalidateQueries(every(checkIn)),
  });
}

/** How long after the last key what is written is kept, in milliseconds. */
const PAUSE_MS = 800;

/**
 * Words of a turn that several may write at once. What one writes is kept after a pause, as long as nobody else wrote since one
 * last saw it; else both are shown, and nothing of either is lost.
 */
export function useWords(turn: Turn, name: "note" | "annotation") {
  const [text, setText] = useState(turn[name]);
  const [theirs, setTheirs] = useState<string | null>(null);
  /** What was there, as one last saw it. */
  const [seen, setSeen] = useState({ words: turn[name], version: turn.version });
  const keep = useWrite(turn);
  const dirty = text !== seen.words;
  if (turn.version > seen.version) {
    setSeen({ words: turn[name], version: turn.version });
    // Whoever has written nothing here just sees what somebody else wrote.
    if (!dirty) setText(turn[name]);
    else if (turn[name] !== seen.words && turn[name] !== text) setTheirs(turn[name]);
  }
  const waiting = dirty && theirs === null && !keep.isPending;
  const send = () => {
    if (!waiting) return;
    keep.mutate(
      { version: seen.version, [name]: text },
      { onSuccess: (kept) => setSeen({ words: kept[name], version: kept.version }) },
    );
  };
  const latest = useRef(send);
  latest.current = send;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew.
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [waiting, text]);
  const settle = (words: string) => {
    setTheirs(null);
    setText(words);
  };
  return {
    field: {
      value: text,
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => setText(event.currentTarget.value),
      onBlur: send,
    },
    theirs,
    both: () => settle([theirs ?? "", text].filter(Boolean).join("\n")),
    onlyTheirs: () => settle(theirs ?? ""),
    error: isConflict(keep.error) ? null : keep.error,
  };
}

const isConflict = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === "conflict";
