/**
 * Signals within this time of the first are the same one: a service manager tells all processes of a service at once, and who
 * started us passes it on besides. In milliseconds.
 */
const SAME_MS = 2_000;

/** Calls `stop` when told to stop; told again later on, somebody cannot wait, and it ends at once. Gives what takes this back. */
export function onStopSignals(stop: () => void): () => void {
  let first: number | undefined;
  const told = () => {
    if (first !== undefined) {
      if (performance.now() - first > SAME_MS) process.exit(130);
      return;
    }
    first = performance.now();
    stop();
  };
  process.on("SIGINT", told).on("SIGTERM", told);
  return () => void process.off("SIGINT", told).off("SIGTERM", told);
}
