/** How many files there were of each sort. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly merged: number;
  readonly clashed: number;
  readonly moved: number;
  readonly back: number;
  readonly gone: number;
  readonly unchanged: number;
  readonly leftOut: number;
}

const PARTS: readonly (readonly [keyof Counts, one: string, many: string])[] = [
  ["added", "is new", "are new"],
  ["changed", "has changed there", "have changed there"],
  ["merged", "was put together from both sides", "were put together from both sides"],
  [
    "clashed",
    "differs here and there, and wants a word from you",
    "differ here and there, and want a word from you",
  ],
  ["moved", "has another name", "have another name"],
  ["back", "is back", "are back"],
  ["gone", "is gone there and stays here", "are gone there and stay here"],
  ["unchanged", "is as it was", "are as they were"],
];

/** "12 records are new, 3 have changed there. 2 files are no records." */
export function sayCounts(counts: Counts): string {
  const some = PARTS.filter(([key]) => counts[key] > 0);
  const parts = some.map(([key, one, many], at) => {
    const n = counts[key];
    return `${n}${at === 0 ? ` record${n === 1 ? "" : "s"}` : ""} ${n === 1 ? one : many}`;
  });
  const records = parts.length === 0 ? "No record was found." : `${parts.join(", ")}.`;
  const { leftOut } = counts;
  if (leftOut === 0) return records;
  return `${records} ${leftOut} ${leftOut === 1 ? "file was" : "files were"} left out.`;
}
