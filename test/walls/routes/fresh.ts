import { purpose } from "../../../src/areas/impact/contract.ts";
import * as notes from "../../../src/core/notes/contract.ts";
import * as org from "../../../src/core/org/contract.ts";
import * as invitations from "../../../src/core/people/invitations/contract.ts";
import type { RouteWorld } from "./world.ts";

export const payments = { slug: "payments" };
const range = { unit: "payments", from: "2024-01-01" };
export const shared = { id: "changes-merged", ...range };
export const ownAlone = { id: "batch-size", ...range };

/** What is changed or removed is made for each try, so that one leaves nothing to the next. */
let n = 0;
export const fresh = (what: string): string => `${what} ${n++}`;
export const freshAddress = (): string => `guest-${n++}@example.org`;
export const freshPerson = async ({ product: { ask } }: RouteWorld) =>
  (await ask(org.addPerson, { name: fresh("Somebody") })).id;
export const freshMembership = async (world: RouteWorld) => {
  const person = await freshPerson(world);
  return (await world.product.ask(org.addMember, { ...payments, person })).id;
};
export const freshNote = async (world: RouteWorld) =>
  (
    await world.browser("member")(notes.addNote, {
      ...{ ...payments, measure: "change-fail-rate", day: "2024-02-01", text: "For a moment" },
    })
  ).id;
/** The id of the sentence that Payments has now. */
export const purposeOf = async (world: RouteWorld) =>
  (await world.browser("member")(purpose, payments)).own?.written?.id as string;
export const freshInvitation = async (world: RouteWorld) => {
  const wanted = { email: freshAddress(), name: "Guest" };
  return (await world.browser("administrator")(invitations.invite, wanted)).invitation.id;
};
export const somewhere = "00000000-0000-4000-8000-000000000000";
