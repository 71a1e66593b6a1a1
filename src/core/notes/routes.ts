import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import type { Actor } from "../people/actor.ts";
import { can } from "../sharing/visibility.ts";
import { addNote, type Note, notes, removeNote, shareNote } from "./contract.ts";
import type { NoteSeen, NotesStore } from "./store.ts";
import { seenBy } from "./words.ts";

export interface NotesContext {
  readonly actor: Actor;
  readonly notes: NotesStore;
  readonly measures: readonly { readonly id: string }[];
}

/** Whose note it is decides; the database gives nobody a note that they may not see, and lets only its author change it. */
const everyone = () => true;

export const notesRoutes: readonly Route<NotesContext>[] = [
  answer(notes, {
    allow: everyone,
    handle: async ({ notes: store, actor }: NotesContext, asked) => {
      const { notes: rows, own, audiences } = await store.of(asked);
      return { notes: rows.map((row) => shown(actor, row)), can: { add: own }, audiences };
    },
  }),
  answer(addNote, {
    allow: async ({ notes: store }: NotesContext, { slug }) => (await store.of({ slug, measure: "" })).own,
    handle: async ({ notes: store, actor, measures }: NotesContext, wanted) => {
      if (!measures.some(({ id }) => id === wanted.measure))
        failField("/measure", `There is no measure “${wanted.measure}”.`);
      return shown(actor, await store.add(wanted));
    },
  }),
  answer(shareNote, {
    allow: everyone,
    handle: async ({ notes: store, actor }: NotesContext, wanted) => shown(actor, await store.share(wanted)),
  }),
  answer(removeNote, {
    allow: everyone,
    handle: async ({ notes: store }: NotesContext, { id }) => {
      await store.remove(id);
      return {};
    },
  }),
];

function shown({ person }: Actor, { row, author, ...names }: NoteSeen): Note {
  const { id, day, text, measure, visibility } = row;
  const owner = { owner: row.author ?? "" };
  return {
    ...{ id, day, text, measure, visibility },
    author: row.author === null ? null : { id: row.author, name: author ?? "" },
    seenBy: seenBy({ ...names, visibility, author, mine: row.author === person }),
    can: { share: can.share({ person }, owner), remove: can.remove({ person }, owner) },
  };
}
