import { dayAt } from "../../../measures/periods.ts";
import type { LoopsContext } from "../../context.ts";
import type { Due } from "../../marks.ts";
import { readStanding } from "../../store/loops.ts";
import { sayQuestions } from "../words.ts";
import { readPulses } from "./pulses.ts";

/** The rounds that are open and ask the person, who has answered nothing of them yet. */
export async function roundsForMe({ as, actor, clock }: LoopsContext): Promise<Due[]> {
  const pulses = await as(async (tx) => readPulses(tx, await readStanding(tx, actor.person), undefined));
  return pulses.flatMap(({ unit, loop, rounds }) =>
    rounds
      .filter(({ row, asksMe, mine }) => row.closedAt === null && asksMe && mine.length === 0)
      .filter(({ row }) => row.until >= dayAt(clock.now(), loop.timeZone).toString())
      .map(({ row }) => ({
        ...{ kind: "round", title: sayQuestions(row.questions.length), of: unit.name, unit: unit.slug },
        action: "Answer in a minute",
        day: dayAt(row.openedAt.getTime(), loop.timeZone).toString(),
        ...{ at: null, href: `/rounds/${row.id}` },
      })),
  );
}
