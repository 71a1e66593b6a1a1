import { expect, test } from "vitest";
import { EVERY_SCOPE } from "../people/actor.ts";
import { abilities } from "./policy.ts";

const actor = (administrator: boolean) => ({ person: "p", name: "P", administrator, scopes: EVERY_SCOPE });
const nothing = { settings: false, people: false, structure: false, share: false };

test("a stranger to a unit may do nothing with it", () => {
  expect(abilities(actor(false), { member: false, leads: false })).toEqual(nothing);
});

test("a member sees to its name, its people and what it shares", () => {
  const wanted = { ...nothing, settings: true, people: true, share: true };
  expect(abilities(actor(false), { member: true, leads: false })).toEqual(wanted);
});

test("a leader above sees to its name and people, and shares nothing of it", () => {
  expect(abilities(actor(false), { member: false, leads: true })).toEqual({
    ...nothing,
    settings: true,
    people: true,
  });
});

test("who runs the installation sees to all but what a team shares", () => {
  const wanted = { settings: true, people: true, structure: true, share: false };
  expect(abilities(actor(true), { member: false, leads: false })).toEqual(wanted);
});
