/** "is now read from acme.yaml". */
export const sourceWords = (source: string | null): string =>
  `is now read from ${source?.replace(/^(catalog|people) /, "") ?? "no file"}`;
