/** As people type it: without accents, in small letters. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether all words of what is looked for are somewhere in a text: "sho ber" finds "Shop Berlin", "muller" finds "Müller". */
export function finds(text: string, wanted: string): boolean {
  const within = plain(text);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
