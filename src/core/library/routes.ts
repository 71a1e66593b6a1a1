import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { library, similar } from "./contract.ts";
import type { SearchableKind } from "./searchable.ts";
import type { LibraryStore } from "./store/library.ts";

export interface LibraryContext {
  readonly library: LibraryStore;
  /** Every kind that is written, in the order in which they are told. */
  readonly searchable: readonly SearchableKind[];
}

/** The database gives everyone what they may see, and no more. */
const everyone = () => true;

export const libraryRoutes: readonly Route<LibraryContext>[] = [
  answer(library, {
    allow: everyone,
    handle: ({ library: store, searchable }: LibraryContext, asked) => {
      mustBeKnown(searchable, asked.kind);
      return store.find(asked);
    },
  }),
  answer(similar, {
    allow: everyone,
    handle: ({ library: store, searchable }: LibraryContext, asked) => {
      mustBeKnown(searchable, asked.kind);
      return store.near(asked);
    },
  }),
];

function mustBeKnown(searchable: readonly SearchableKind[], kind: string | undefined): void {
  if (kind === undefined || searchable.some((one) => one.kind === kind)) return;
  failField(
    "/kind",
    `There is no kind “${kind}”. There is: ${searchable.map((one) => one.kind).join(", ")}.`,
  );
}
