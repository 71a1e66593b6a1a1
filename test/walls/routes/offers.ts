import * as offers from "../../../src/core/loops/pulse/offers/contract.ts";
import { type Attempt, annsAlone, members, trying } from "./attempt.ts";
import { fresh, payments } from "./fresh.ts";
import type { RouteWorld } from "./world.ts";

const wanted = (slug: string) => ({
  ...{ slug, question: fresh("How are we?") },
  questions: [{ kind: "scale" as const, text: "It is", options: ["hard", "easy"] as [string, string] }],
});
const offered = async (world: RouteWorld) =>
  (await world.browser("leader above")(offers.addOffer, wanted("commerce"))).id;
const taken = async (world: RouteWorld) => {
  const offer = await offered(world);
  return world.browser("member")(offers.adoptOffer, { ...payments, offer, area: "delivery" });
};

/** What Commerce offers is seen by all who are a part of it, taken up by its teams, and gathered by Commerce alone. */
export const whatAGroupOffers: readonly Attempt[] = [
  trying(offers.unitOffers, {
    takes: "read",
    input: async (world) => {
      await offered(world);
      return { slug: "commerce" };
    },
    sees: ({ offers: seen, can }) => `${seen.length > 0 ? "some" : "none"}${can.offer ? " offers" : ""}`,
    heard: {
      member: "ok some",
      "another team's member": "ok some",
      "leader above": "ok some offers",
      others: "ok none",
    },
  }),
  trying(offers.addOffer, {
    takes: "admin",
    input: () => wanted("commerce"),
    heard: { "leader above": "ok", others: "403" },
  }),
  trying(offers.adoptOffer, {
    takes: "admin",
    input: async (world) => ({ ...payments, offer: await offered(world), area: "delivery" }),
    heard: members,
  }),
  trying(offers.openPulse, {
    takes: "admin",
    input: async (world) => ({ id: (await taken(world)).id, open: true }),
    heard: annsAlone,
  }),
  trying(offers.openGathering, {
    takes: "admin",
    input: async (world) => ({ id: await offered(world), until: world.today }),
    heard: { "leader above": "ok", member: "403", "another team's member": "403", others: "404" },
  }),
];
