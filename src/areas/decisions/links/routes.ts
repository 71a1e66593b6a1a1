import type { AreaContext } from "../../../core/area.ts";
import { briefOf } from "../../../core/org/tree.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { shownLink } from "../shown.ts";
import { decisionAt } from "../store/decisions.ts";
import { addLinkTo, graphOf, readLinks, removeLinkOf } from "../store/links.ts";
import { addLink, graph, type Link, removeLink } from "./contract.ts";

/** Whose a decision is decides, which the database knows. */
const everyone = () => true;

export const linkRoutes: readonly Route<AreaContext>[] = [
  answer(graph, {
    allow: everyone,
    handle: async (context: AreaContext, { unit }) => {
      const { nodes, edges } = await context.as((tx) => graphOf(tx, context.actor.person, unit));
      return {
        nodes: nodes.map(({ row, unit: whose }) => ({
          ...{ id: row.id, title: row.title, sort: row.sort, status: row.status, date: row.decidedOn },
          unit: whose && briefOf(whose),
        })),
        edges: edges.map(({ decision, to, kind }) => ({ from: decision, to, kind })),
      };
    },
  }),
  answer(addLink, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      linksAfter(context, wanted.id, (tx, me) =>
        addLinkTo(tx, me, { ...wanted, until: wanted.until, now: context.clock.now() }),
      ),
  }),
  answer(removeLink, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      linksAfter(context, wanted.id, (tx, me) => removeLinkOf(tx, me, wanted)),
  }),
];

const linksAfter = (
  context: AreaContext,
  id: string,
  work: (tx: Tx, me: string) => Promise<void>,
): Promise<{ links: Link[] }> =>
  context.as(async (tx) => {
    const me = context.actor.person;
    await work(tx, me);
    const { seen, standing } = await decisionAt(tx, me, id);
    return { links: (await readLinks(tx, standing, [id])).map((one) => shownLink(one, seen.own)) };
  });
