interface Page {
  readonly total: number;
}

/** Asks for page after page until all are there; gives the first page as it came, and everything of all of them. */
export async function everyPage<P extends Page, Item>(
  ask: (offset: number) => Promise<P>,
  itemsOf: (page: P) => readonly Item[],
): Promise<{ first: P; all: Item[] }> {
  const first = await ask(0);
  const all = [...itemsOf(first)];
  while (all.length < first.total) {
    const more = itemsOf(await ask(all.length));
    if (more.length === 0) break;
    all.push(...more);
  }
  return { first, all };
}
