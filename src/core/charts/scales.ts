/** Where on a picture something is, in pixels, before it is drawn: words need it to keep out of each other's way. */
export type Scale = (value: number) => number;

export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const span = high - low || 1;
  return (value) => from + ((to - from) * (value - low)) / span;
}

export function logarithmic([low, high]: readonly [number, number], range: readonly [number, number]): Scale {
  const scale = linear([Math.log(low), Math.log(high)], range);
  return (value) => scale(Math.log(value));
}

/** Of values whose labels would touch, those that come first keep theirs. */
export function apart(values: readonly number[], scale: Scale, pixels: number): number[] {
  const kept: number[] = [];
  for (const value of values)
    if (kept.every((other) => Math.abs(scale(other) - scale(value)) >= pixels)) kept.push(value);
  return kept;
}
