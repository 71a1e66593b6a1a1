/**
 * Student's t distribution, for any real degrees of freedom from 1 on, as Welch's are. It is written here because the
 * packages that have it are an untyped library of 1.2 MB (jstat) or bring 233 packages (stdlib) for these two functions.
 */

/** How often t lies at least so far from 0, on either side: I(ν / (ν + t²); ν/2, 1/2), after DLMF 8.17. */
export function chanceBeyond(t: number, freedom: number): number {
  const square = t * t;
  const far = freedom / (freedom + square);
  const near = square / (freedom + square);
  // The fraction converges quickly on this side only (DLMF 8.17.22).
  return far < (freedom + 2) / (freedom + 5)
    ? incompleteBeta(far, freedom / 2, 0.5)
    : 1 - incompleteBeta(near, 0.5, freedom / 2);
}

/** How far from 0 t lies at most, but for this share of the cases; 0.05 gives the factor of a 95 % interval. */
export function reachBut(share: number, freedom: number): number {
  // Newton's method from below: the chance falls ever more slowly, so that no step is too long.
  let t = 0;
  for (let step = Number.POSITIVE_INFINITY; step > 1e-12 * t; t += step)
    step = (chanceBeyond(t, freedom) - share) / (2 * density(t, freedom));
  return t;
}

function density(t: number, freedom: number): number {
  const power = ((freedom + 1) / 2) * Math.log1p((t * t) / freedom);
  return Math.exp(-power - logBeta(freedom / 2, 0.5)) / Math.sqrt(freedom);
}

/** Regularised: I(x; a, b), for x where its continued fraction converges quickly. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x === 0) return 0;
  const before = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return before / fraction((term) => numerator(term, { x, a, b }));
}

/** 1 + n1 / (1 + n2 / (1 + …)), by Lentz's method (Press et al., "Numerical Recipes", 5.2). */
function fraction(numeratorOf: (term: number) => number): number {
  let [value, above, below] = [1, 1, 0];
  for (let term = 1, factor = 0; Math.abs(factor - 1) > 1e-15 && term < MOST_TERMS; term++) {
    const next = numeratorOf(term);
    below = 1 / (1 + next * below);
    above = 1 + next / above;
    factor = above * below;
    value *= factor;
  }
  return value;
}

/** Rounding may keep the last digit moving; a dozen terms or two are usual. */
const MOST_TERMS = 300;

function numerator(term: number, { x, a, b }: { x: number; a: number; b: number }): number {
  const m = Math.floor(term / 2);
  const [even, odd] = [m * (b - m), -(a + m) * (a + b + m)];
  const of = a + 2 * m;
  return term % 2 === 0 ? (even * x) / ((of - 1) * of) : (odd * x) / (of * (of + 1));
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series (DLMF 5.11.1) from 10 on, where its first terms are exact to 14 digits; below that by the recurrence. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = x * x;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
