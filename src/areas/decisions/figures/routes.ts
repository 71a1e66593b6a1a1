import type { AreaContext } from "../../../core/area.ts";
import { briefOf } from "../../../core/org/tree.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { type FiguresSeen, figuresAt, openFiguresOf } from "../store/figures.ts";
import { decisionFigures, openFigures } from "./contract.ts";
import { sayFigures } from "./figures.ts";

/** Whose they are, and to whom they are shown, the database knows. */
const everyone = () => true;

export const figureRoutes: readonly Route<AreaContext>[] = [
  answer(decisionFigures, {
    allow: everyone,
    handle: async (context: AreaContext, { slug }) =>
      shown(await context.as((tx) => figuresAt(tx, context.actor.person, slug))),
  }),
  answer(openFigures, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      return shown(await context.as((tx) => openFiguresOf(tx, context.actor.person, { ...wanted, now })));
    },
  }),
];

const shown = ({ teams, own }: FiguresSeen) => ({
  teams: teams.map(({ unit, row: { annotation, countedOn, figures } }) => ({
    ...{ unit: briefOf(unit), annotation, on: countedOn, figures, says: sayFigures(figures) },
  })),
  own: own && {
    audience: own.audience && briefOf(own.audience),
    annotation: own.annotation,
    audiences: own.audiences.map(briefOf),
  },
});
