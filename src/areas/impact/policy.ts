import type { Standing } from "../../core/org/policy.ts";

/** Who may do what with a unit's purpose. Neither those who lead above it nor those who run the installation write it for others. */
export const may = {
  write: ({ member }: Standing): boolean => member,
  review: ({ member }: Standing): boolean => member,
  open: ({ member }: Standing): boolean => member,
};

/** Sent along with each purpose, so that the pages never repeat a rule. */
export const abilities = (standing: Standing) => ({
  write: may.write(standing),
  review: may.review(standing),
  open: may.open(standing),
});
