import { expect, test } from "vitest";
import type { UnitRow } from "../../core/org/tree.ts";
import { type Lead, leadAsked, nearestFirst, unitAsked } from "./whom.ts";

const unit = (slug: string, parent: string | null, archived = false): UnitRow => ({
  ...{ id: slug, slug, name: slug.toUpperCase(), parent, timeZone: null, archived },
  kind: parent === null ? "organisation" : "group",
});
const acme = unit("acme", null);
const commerce = unit("commerce", "acme");
const payments = unit("payments", "commerce");
const shop = unit("shop", "commerce");
const old = unit("old", "commerce", true);
const units = [acme, commerce, payments, shop, old];
const lead = (id: string, leads: UnitRow): Lead => ({ id, name: id, leads });

test("leaders above are named nearest first, each once", () => {
  const all = [lead("ola", acme), lead("mo", commerce), lead("lea", commerce), lead("lea", acme)];
  const names = nearestFirst(units, payments, all).map(({ name, leads }) => `${name} ${leads.slug}`);
  expect(names).toEqual(["lea commerce", "mo commerce", "ola acme"]);
});

test("who leads nothing above is not asked, and those who could be are named", () => {
  const leads = [lead("lea", commerce), lead("ola", acme)];
  expect(leadAsked(leads, "ola", payments).name).toBe("ola");
  expect(() => leadAsked(leads, "cem", payments)).toThrow(
    "Ask somebody who leads a group above PAYMENTS: lea (COMMERCE), ola (ACME). Or ask a team or group.",
  );
  expect(() => leadAsked([], null, payments)).toThrow(
    "Nobody leads a group above PAYMENTS yet. Ask a team or group.",
  );
});

test("an ask goes up or sideways, and neither down, nor to oneself, nor to what is no more", () => {
  expect([acme, commerce, shop].map((to) => unitAsked(units, to, payments).slug)).toEqual([
    "acme",
    "commerce",
    "shop",
  ]);
  expect(() => unitAsked(units, payments, commerce)).toThrow("PAYMENTS stands below COMMERCE");
  expect(() => unitAsked(units, payments, payments)).toThrow(
    "PAYMENTS cannot ask itself. Above it there is: commerce, acme; beside it, any other team or group.",
  );
  expect(() => unitAsked(units, shop, acme)).toThrow("Nothing stands above it.");
  expect(() => unitAsked(units, old, payments)).toThrow("OLD is archived");
});
