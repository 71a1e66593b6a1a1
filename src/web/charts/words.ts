/** A word at a place on a chart, in pixels. */
export interface Word<Datum> {
  readonly datum: Datum;
  readonly x: number;
  /** Words on the same height can touch; without it all are on one line. */
  readonly y?: number;
  readonly text: string;
  /** Said instead where there is no room for all of it. */
  readonly short?: string;
}

export interface PlacedWord<Datum> extends Word<Datum> {
  /** Written after its mark or, where there is no room, before it. */
  readonly anchor: "start" | "end";
}

/** At 12 px; a little more than the mean of Inter, so that words rather keep off than touch. */
const PIXELS_A_LETTER = 6.4;
const GAP = 10;
const LINE = 16;

/** Where words fit on one line of a chart without covering each other; one without room is left to the table. */
export function placeWords<Datum>(
  words: readonly Word<Datum>[],
  [left, right]: readonly [number, number],
): PlacedWord<Datum>[] {
  const taken: { span: readonly [number, number]; y: number }[] = [];
  const free = ([from, to]: readonly [number, number], y: number) =>
    from >= left &&
    to <= right &&
    taken.every(
      (other) => Math.abs(other.y - y) >= LINE || to + GAP <= other.span[0] || from >= other.span[1] + GAP,
    );
  return words.flatMap((word) => {
    const place = placesFor(word).find(({ span }) => free(span, word.y ?? 0));
    if (!place) return [];
    taken.push({ span: place.span, y: word.y ?? 0 });
    return [{ ...word, text: place.text, anchor: place.anchor }];
  });
}

/** Where a word would like to be, dearest first. */
function placesFor({ x, text, short }: Word<unknown>) {
  const forms = short === undefined ? [text] : [text, short];
  return forms.flatMap((form) => {
    const width = form.length * PIXELS_A_LETTER + GAP;
    return [
      { text: form, anchor: "start" as const, span: [x, x + width] as [number, number] },
      { text: form, anchor: "end" as const, span: [x - width, x] as [number, number] },
    ];
  });
}
