/**
 * What a page says in place of a figure over people, by the reason. Few and alike are one reason, because to be told that people
 * were alike is to be told what they said.
 */
export const notShown = {
  "few-or-alike": "Not shown: too few answers, or too alike.",
  "changed-little": "Not shown: nearly the same people answered before.",
} as const;
