/** What was decided alike, while one writes. */
export const Similar = (_: { title: string }) => null;
