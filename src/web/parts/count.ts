const grouped = new Intl.NumberFormat("en");

/** 12,345, as in the sentences around it. */
export const countText = (n: number) => grouped.format(n);

/** "1 change", "12,345 changes". */
export const manyText = (n: number, of: { one: string; many: string }) =>
  `${countText(n)} ${n === 1 ? of.one : of.many}`;
