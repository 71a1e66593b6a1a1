import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AnswerOf, AskOf, Contract } from "../../platform/http/contract.ts";
import { ask, queries } from "../client.ts";
import { sameAgain } from "./same-again.ts";

/** A change: once it is made, whatever the pages show is asked again, as it may show anywhere. A double click makes it once. */
export function useAsk<C extends Contract>(contract: C, onDone?: (answer: AnswerOf<C>) => void) {
  const once = useOnce(contract);
  return useMutation({
    mutationFn: (input: AskOf<C>) => once(input),
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      onDone?.(answer);
    },
  });
}

/** Asks for a change, and once for two that are the same at a time. */
export function useOnce<C extends Contract>(contract: C): (input: AskOf<C>) => Promise<AnswerOf<C>> {
  const [once] = useState(() => sameAgain((input: AskOf<C>) => ask(contract, input)));
  return once;
}
