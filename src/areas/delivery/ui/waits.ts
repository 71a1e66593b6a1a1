import { formatReading } from "../../../core/measures/reading.ts";
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

/** The stretches that the words about the longest wait leave unsaid: "waited 10 days for a release" says that one. */
export function unsaid(way: readonly Stretch[], where: string): Stretch[] {
  const said = [...way]
    .sort((a, b) => b.seconds - a.seconds)
    .find(({ seconds }) => where.includes(` ${formatReading(seconds, "seconds")} `));
  return way.filter((stretch) => stretch !== said);
}

/** The kinds of stretches that some change has, as a key to the bars. */
export function kindsOf(changes: readonly Pick<SlowChange, "waits">[]): Pick<Stretch, "key" | "words">[] {
  return (Object.keys(words) as Stretch["key"][])
    .filter((key) => changes.some(({ waits }) => (waits[key] ?? 0) > 0))
    .map((key) => ({ key, words: words[key] }));
}
