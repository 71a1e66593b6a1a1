/** Speaks to the person on standard error, so that standard output stays what was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An end that the person can do something about: no stack trace, only what happened and what to do. */
export class Sorry extends Error {
  name = "Sorry";
}

/** Runs `work`, and turns a {@link Sorry} into its words and exit code 1. */
export async function orSaySorry(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Sorry)) throw error;
    say(`\n${error.message}`);
    process.exit(1);
  }
}

/** Says what is going on and for how long: a line that counts seconds for a person, a line every 20 s for a log. */
export function waiting(what) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const live = process.stderr.isTTY === true;
  say(`${what} …`);
  const timer = setInterval(
    () => (live ? process.stderr.write(`\r  ${seconds()} s `) : say(`  still at it, ${seconds()} s`)),
    live ? 1_000 : 20_000,
  );
  return () => {
    clearInterval(timer);
    if (live) process.stderr.write("\r\x1b[K");
    return seconds();
  };
}
