import type { SlowChange } from "../contract.ts";

/** One stretch of a change's way; `share` of its whole known time. */
export interface Stretch {
  readonly key: keyof SlowChange["waits"];
  readonly words: string;
  readonly seconds: number;
  readonly share: number;
}

const words: Record<Stretch["key"], string> = {
  beforeCommitted: "written",
  beforeMerged: "to merge",
  beforeDeployed: "to release",
};

/** Where a change spent its time, in the order in which it did. What is not known has no stretch. */
export function stretches(waits: SlowChange["waits"]): Stretch[] {
  const known = (Object.keys(words) as Stretch["key"][]).flatMap((key) => {
    const seconds = waits[key];
    return seconds === null ? [] : [{ key, words: words[key], seconds: Math.max(0, seconds) }];
  });
  const whole = known.reduce((sum, { seconds }) => sum + seconds, 0);
  return known.map((stretch) => ({ ...stretch, share: whole === 0 ? 0 : stretch.seconds / whole }));
}
