import { useMutation } from "@tanstack/react-query";
import type { AnswerOf, AskOf, Contract } from "../../platform/http/contract.ts";
import { ask, queries } from "../client.ts";

/** A change: once it is made, whatever the pages show is asked again, as it may show anywhere. */
export function useAsk<C extends Contract>(contract: C, onDone?: (answer: AnswerOf<C>) => void) {
  return useMutation({
    mutationFn: (input: AskOf<C>) => ask(contract, input),
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      onDone?.(answer);
    },
  });
}
