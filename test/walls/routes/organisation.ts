import * as imports from "../../../src/core/catalog/contract.ts";
import * as org from "../../../src/core/org/contract.ts";
import { type Attempt, administrators, keepers, trying } from "./attempt.ts";
import { fresh, freshMembership, freshPerson, payments } from "./fresh.ts";

const file = { name: "a file", text: "name\n" };

export const organisation: readonly Attempt[] = [
  trying(org.units, {
    takes: "read",
    input: {},
    sees: ({ units }) => `${units.filter(({ slug }) => slug !== "organisation").length > 2}`,
    heard: { others: "ok true" },
  }),
  trying(org.unit, {
    takes: "read",
    input: payments,
    sees: ({ own, can }) =>
      [own ? "own" : "", ...Object.entries(can).flatMap(([k, v]) => (v ? k : []))].join(" "),
    heard: {
      member: "ok own settings people share",
      "leader above": "ok  settings people",
      administrator: "ok  settings people structure",
      others: "ok ",
    },
  }),
  trying(org.addUnit, {
    takes: "admin",
    input: () => ({ name: fresh("Team"), kind: "team" as const }),
    heard: administrators,
  }),
  trying(org.changeUnit, {
    takes: "admin",
    about: "its name",
    input: { ...payments, name: "Payments" },
    heard: keepers,
  }),
  trying(org.changeUnit, {
    takes: "admin",
    about: "where it stands",
    input: { ...payments, parent: "commerce" },
    heard: administrators,
  }),
  trying(org.addMember, {
    takes: "admin",
    about: "somebody",
    input: async (world) => ({ ...payments, person: await freshPerson(world) }),
    heard: keepers,
  }),
  trying(org.addMember, {
    takes: "admin",
    about: "oneself",
    input: ({ ids }, who) => ({ ...payments, person: ids[who] }),
    // Who is a member is told so; nobody else makes themselves one.
    heard: { member: "409", others: "403" },
  }),
  trying(org.endMembership, {
    takes: "admin",
    input: async (world) => ({ id: await freshMembership(world) }),
    heard: keepers,
  }),
  trying(org.people, {
    takes: "read",
    input: { search: "ann" },
    sees: ({ people: found }) => `${found.length} ${found[0]?.email === null ? "no address" : "an address"}`,
    heard: { member: "ok 1 an address", administrator: "ok 1 an address", others: "ok 1 no address" },
  }),
  trying(org.addPerson, {
    takes: "admin",
    input: () => ({ name: fresh("Somebody") }),
    heard: administrators,
  }),
  trying(org.person, {
    takes: "read",
    input: ({ ids }) => ({ id: ids.member }),
    sees: ({ email, can }) =>
      [
        email === null ? "no address" : "an address",
        can.change ? "changes" : "",
        can.appoint ? "appoints" : "",
      ]
        .join(" ")
        .trim(),
    heard: {
      member: "ok an address changes",
      administrator: "ok an address changes appoints",
      others: "ok no address",
    },
  }),
  trying(org.person, {
    takes: "read",
    about: "who has no account",
    input: async (world) => ({ id: await freshPerson(world) }),
    sees: ({ can }) => `${can.invite}`,
    heard: { administrator: "ok true", others: "ok false" },
  }),
  trying(org.changePerson, {
    takes: "admin",
    about: "a name",
    input: ({ ids }) => ({ id: ids.member, name: "ann" }),
    heard: { member: "ok", administrator: "ok", others: "403" },
  }),
  trying(org.changePerson, {
    takes: "admin",
    about: "who runs the installation",
    input: async (world) => ({ id: await freshPerson(world), administrator: true }),
    heard: administrators,
  }),
  trying(org.changePerson, {
    takes: "admin",
    about: "oneself, to run the installation",
    input: ({ ids }, who) => ({ id: ids[who], administrator: true }),
    heard: administrators,
  }),
  trying(org.components, {
    takes: "read",
    input: {},
    sees: ({ components }) => components.map(({ name }) => name).join(),
    heard: { others: "ok ledger" },
  }),
  trying(org.own, {
    takes: "admin",
    input: { component: "ledger", unit: "payments" },
    heard: administrators,
  }),
  trying(org.changeComponent, {
    takes: "admin",
    input: { component: "ledger", archived: false },
    heard: administrators,
  }),
  trying(org.search, {
    takes: "read",
    input: { q: "payments" },
    sees: ({ found }) => found.map(({ id }) => id).join(),
    heard: { others: "ok payments" },
  }),
  trying(imports.importCatalog, { takes: "admin", input: { files: [file] }, heard: administrators }),
  trying(imports.importPeople, { takes: "admin", input: { files: [file] }, heard: administrators }),
  trying(imports.importGroups, { takes: "admin", input: {}, heard: administrators }),
  trying(imports.suggestOwners, {
    takes: "admin",
    input: { component: "ledger", file },
    heard: administrators,
  }),
];
