import type { Measure, MeasureUnit } from "./measure.ts";

/** The page that documents every measure, made from the definitions themselves. */
export function measuresPage(measures: readonly Measure[]): string {
  return `${intro}\n${measures.map(section).join("\n")}`;
}

const intro = `# Measures

Made from the definitions in the code; the page, the API and the command line read the same ones. What an id means never
changes: a new meaning gets a new id.

- A duration belongs to the period in which it ended. Periods are days, ISO weeks (from Monday) or months in the time zone of
  the team or group.
- A period with nothing is unknown where the measure is a duration or a share, and a true 0 where it is a count.
- The figure of several components is made from all their rows together, never an average of averages.
- A component counts for whoever owned it on the day in question. The figure of a group is made of the teams that share that
  measure with it, and says how many of how many these are.
- A change of a repository with parts counts for each part that it touches, and a deployment for each part to which it brings
  something. Where several of them are counted together, each counts once: a change at its first delivery, a deployment as the
  one that failed if it failed for any. So figures of parts need not add up.
- A median lies between the two middle rows where their number is even; the 85th percentile is interpolated in the same way.
- On top stands a process behaviour chart of the complete periods with a value, of at least 12: its limits are the mean plus
  and minus 2.660 mean moving ranges, for durations on their logarithm. Unusual is a point outside the limits, 8 in a row on
  one side of the mean, and 3 of 4 nearer to a limit than to the mean. Where a team says, with a reason, that the process is
  another one since a day, limits are drawn anew from there.
- Where half of what a duration is made of took no time at all, that comes from the rule that says what is live: there is
  nothing to draw, and it says so.
`;

const units: Record<MeasureUnit, string> = {
  seconds: "seconds",
  ratio: "a ratio from 0 to 1",
  changes: "changes",
  deployments: "deployments",
};

function section(measure: Measure): string {
  const { title, meaning, formula, unit, better, source, notes } = measure;
  return `## ${title}

${called(measure)}. ${meaning}

- **Formula**: ${formula}
- **Unit**: ${units[unit]}${better === null ? "" : `; ${better} is better`}
- **Source**: ${source}
${notes.map((note) => `- ${note}\n`).join("")}`;
}

function called({ id, title, byHostTitle, foundBy }: Measure): string {
  const also = byHostTitle === undefined ? "" : `, also called ${byHostTitle}`;
  return `\`${id}\`${also}${foundBy === undefined ? "" : `, shown as “${title}: ${foundBy}”`}`;
}
