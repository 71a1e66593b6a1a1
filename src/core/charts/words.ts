/** A word at its mark on a chart, in pixels. */
export interface Word<Datum> {
  readonly datum: Datum;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Said instead where there is no room for all of it. */
  readonly short?: string;
}

export interface PlacedWord<Datum> extends Word<Datum> {
  readonly anchor: "start" | "end";
  /** From the mark to the middle of the text. */
  readonly dx: number;
  readonly dy: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where words may stand. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Curves, each as its spots in order: no word is written across them. */
  readonly curves: readonly (readonly Spot[])[];
  /** The heights of straight lines from side to side: words rather keep off them. */
  readonly rules: readonly number[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** At 12 px; a little more than the mean of Inter, so that words rather keep off than touch. */
const PIXELS_A_LETTER = 6.4;
const HALF_LINE = 8;
const GAP = 10;
/** A letter this near to a steep curve looks crossed by it. */
const CLEAR = 5;
/** Above, below and a little farther off, dearest first; words any farther would seem to be another mark's. */
const HEIGHTS = [-12, 15, -28, 31];

/** Where words fit on a chart without covering its curve or each other; one without room is left to the table. */
export function placeWords<Datum>(words: readonly Word<Datum>[], room: Room): PlacedWord<Datum>[] {
  const taken: Box[] = [];
  return words.flatMap((word) => {
    const free = placesFor(word).filter(
      ({ box }) => fits(box, room) && !taken.some((other) => touch(box, other)),
    );
    const place = free.find(({ box }) => !room.rules.some((y) => y > box.top && y < box.bottom)) ?? free[0];
    if (!place) return [];
    taken.push(place.box);
    const { text, anchor, dx, dy } = place;
    return [{ ...word, text, anchor, dx, dy }];
  });
}

/** Where a word would like to be, dearest first: all of it anywhere before its short form. */
function placesFor({ x, y, text, short }: Word<unknown>) {
  const forms = short === undefined ? [text] : [text, short];
  return forms.flatMap((form) =>
    HEIGHTS.flatMap((dy) =>
      (["start", "end"] as const).map((anchor) => {
        const dx = anchor === "start" ? 6 : -6;
        const width = form.length * PIXELS_A_LETTER;
        const left = anchor === "start" ? x + dx : x + dx - width;
        const box = { left, right: left + width, top: y + dy - HALF_LINE, bottom: y + dy + HALF_LINE };
        return { text: form, anchor, dx, dy, box };
      }),
    ),
  );
}

const fits = (box: Box, { left, right, top, bottom, curves }: Room) =>
  box.left >= left &&
  box.right <= right &&
  box.top >= top &&
  box.bottom <= bottom &&
  !curves.some((curve) => curve.some((to, index) => crosses(curve[index - 1] ?? to, to, wider(box))));

const wider = (box: Box): Box => ({ ...box, left: box.left - CLEAR, right: box.right + CLEAR });

const touch = (a: Box, b: Box) =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;

/** Whether a straight stretch from left to right runs through a box. */
function crosses(from: Spot, to: Spot, box: Box): boolean {
  const first = Math.max(from.x, box.left);
  const last = Math.min(to.x, box.right);
  if (first > last) return false;
  const heights = [first, last].map((x) => heightAt(x, from, to));
  return Math.max(...heights) > box.top && Math.min(...heights) < box.bottom;
}

const heightAt = (x: number, from: Spot, to: Spot) =>
  to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
