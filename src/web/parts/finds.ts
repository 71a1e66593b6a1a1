/** As people type it: without accents, in small letters. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a word of a text begins with what is looked for: "tok" finds "Asia/Tokyo" before "Antarctica/Vostok". */
export function beginsWord(text: string, wanted: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.startsWith(plain(wanted)));
}

/** Whether a name is what was typed, whatever the case and the accents. */
export const isCalled = (name: string, typed: string): boolean => plainName(name) === plainName(typed);

/** The same for all names that are read as one. */
export const plainName = (name: string): string => plain(name.trim());

/** Whether all words of what is looked for are somewhere in a text: "sho ber" finds "Shop Berlin", "muller" finds "Müller". */
export function finds(text: string, wanted: string): boolean {
  const within = plain(text);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
