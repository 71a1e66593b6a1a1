const NO_BREAK = "\u00a0";

const units = "s|min|h|days?|years?|%";
const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const reading = new RegExp(`(\\d) (?=(?:${units}|${months})(?![a-z]))`, "g");

const year = new RegExp(`\\b(${months}) (?=\\d{4}\\b)`, "g");

/** A sentence whose numbers stay on one line with what they count in, and dates in one piece: 21 h, 24 Oct 2026. */
export const unbroken = (sentence: string) =>
  sentence.replace(reading, `$1${NO_BREAK}`).replace(year, `$1${NO_BREAK}`);
