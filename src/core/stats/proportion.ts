/** Of the standard normal distribution; 95 of 100 lie within it, on both sides together. */
const WITHIN_95 = 1.959964;

/** A share from 0 to 1 with its 95 % interval. */
export interface Proportion {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** How many of how many, after E. B. Wilson (1927), "Probable inference"; `null` of none. Holds for few, and for none or all of them. */
export function wilson(successes: number, n: number): Proportion | null {
  if (n === 0) return null;
  const share = successes / n;
  const weight = WITHIN_95 ** 2 / n;
  const centre = (share + weight / 2) / (1 + weight);
  const reach = Math.sqrt(weight * share * (1 - share) + weight ** 2 / 4) / (1 + weight);
  // Of none and of all the interval ends at 0 and 1, where rounding would be just off.
  return {
    share,
    lower: successes === 0 ? 0 : centre - reach,
    upper: successes === n ? 1 : centre + reach,
  };
}
