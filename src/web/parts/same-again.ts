/**
 * Asks what is wanted; the same again while that is on its way is the same one, as the second click of two is made before a page
 * could switch off its button. Something else in between ends that, so that what is wanted last is asked last.
 */
export function sameAgain<Wanted, Answer>(
  ask: (wanted: Wanted) => Promise<Answer>,
): (wanted: Wanted) => Promise<Answer> {
  let last: { readonly wanted: string; readonly answer: Promise<Answer> } | null = null;
  return (wanted) => {
    const words = JSON.stringify(wanted);
    if (last?.wanted === words) return last.answer;
    const answer = ask(wanted).finally(() => {
      if (last?.answer === answer) last = null;
    });
    last = { wanted: words, answer };
    return answer;
  };
}
