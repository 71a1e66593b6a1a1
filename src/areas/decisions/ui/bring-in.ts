import { useMutation } from "@tanstack/react-query";
import { ask } from "../../../web/client.ts";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { importRecords } from "../files/contract.ts";
import type { Chosen } from "./chosen-files.ts";

/** What is chosen to be brought in. */
export type Brings =
  | { readonly kind: "folder" | "archive"; readonly name: string; readonly given: Chosen["given"] }
  | { readonly kind: "git"; readonly repository: string; readonly folder: string };

/** First what would change, then the change. */
export function useBringIn(slug: string, brings: Brings | null) {
  const asked = (preview: boolean) => ({ slug, preview, ...(brings === null ? {} : inputOf(brings)) });
  const preview = useMutation({ mutationFn: () => ask(importRecords, asked(true)) });
  const apply = useAsk(importRecords);
  return {
    preview,
    apply: { ...apply, now: () => apply.mutate(asked(false)) },
    forget: () => {
      preview.reset();
      apply.reset();
    },
  };
}

export type Bringing = ReturnType<typeof useBringIn>;

const inputOf = (brings: Brings) =>
  brings.kind === "git"
    ? {
        git: {
          repository: brings.repository,
          ...(brings.folder === "" ? {} : { folder: brings.folder }),
        },
      }
    : { name: brings.name, ...brings.given };
