/** What is notable, in one sentence. Where nothing is open it says what the first step is. */
export function notableOf(open: readonly string[]): string {
  const [first] = open;
  return first === undefined ? "Nothing is open. Begin with one question." : `Open first: ${first}.`;
}
