import { useMutation } from "@tanstack/react-query";
import type { ImportAnswer } from "../../../core/catalog/contract.ts";
import { queries } from "../../client.ts";

interface Wish {
  readonly apply: boolean;
  readonly print?: string;
}

/** A preview, and what applies just that preview. */
export function useImport(ask: (wish: Wish) => Promise<ImportAnswer>) {
  const apply = useMutation({
    mutationFn: (print: string) => ask({ apply: true, print }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const preview = useMutation({
    mutationFn: () => ask({ apply: false }),
    onMutate: () => apply.reset(),
  });
  const forget = () => {
    preview.reset();
    apply.reset();
  };
  return { preview, apply, forget };
}

export type Importing = ReturnType<typeof useImport>;
