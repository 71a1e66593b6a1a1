import * as account from "../../../src/core/people/account/contract.ts";
import { changeAddress } from "../../../src/core/people/address/contract.ts";
import { me, signInLink, signOut } from "../../../src/core/people/contract.ts";
import * as invitations from "../../../src/core/people/invitations/contract.ts";
import { rotateKeys } from "../../../src/core/people/keys/contract.ts";
import * as signIn from "../../../src/core/people/sign-in/contract.ts";
import * as tokens from "../../../src/core/people/tokens/contract.ts";
import { type Attempt, administrators, annsAlone, everyone, type Heard, trying } from "./attempt.ts";
import { freshAddress, freshInvitation, freshPerson, somewhere } from "./fresh.ts";
import { people } from "./world.ts";

export const WEAK = { password: "short" };

export const accounts: readonly Attempt[] = [
  trying(me, {
    takes: "read",
    input: {},
    sees: ({ person }) => person.name,
    heard: Object.fromEntries([
      ...Object.entries(people).map(([who, name]) => [who, `ok ${name}`]),
      ["others", "ok"],
    ]) as Heard,
  }),
  trying(signOut, { takes: "session", input: {}, heard: everyone, ends: true }),
  trying(signInLink, { takes: "session", about: "for oneself", input: {}, heard: everyone }),
  trying(signInLink, {
    takes: "session",
    about: "for somebody else",
    input: { for: "ann@example.org" },
    heard: { others: "403" },
  }),
  // Weak, so that what is tried goes no further than past the door.
  trying(account.setUpAccount, {
    takes: "session",
    input: { name: "Ann", email: "new@example.org", ...WEAK },
    heard: { others: "400" },
  }),
  trying(account.changeName, {
    takes: "session",
    input: (_, who) => ({ name: people[who] }),
    heard: everyone,
  }),
  trying(account.changeEmail, {
    takes: "session",
    input: { email: "ann@example.org", current: "" },
    heard: { member: "ok", others: "409" },
  }),
  trying(account.changePassword, { takes: "session", input: WEAK, heard: { others: "400" } }),
  trying(account.sessions, {
    takes: "session",
    input: {},
    sees: ({ sessions }) => `${sessions.length > 0}`,
    heard: { others: "ok true" },
  }),
  trying(account.endSession, { takes: "session", input: { id: somewhere }, heard: { others: "404" } }),
  trying(account.endOtherSessions, { takes: "session", input: {}, heard: everyone, ends: true }),
  trying(tokens.tokens, {
    takes: "session",
    input: {},
    sees: ({ tokens: seen }) => `${seen.length >= 3}`,
    heard: { member: "ok true", others: "ok false" },
  }),
  trying(tokens.createToken, { takes: "session", input: { name: "T", scopes: ["read"] }, heard: everyone }),
  trying(tokens.revokeToken, {
    takes: "session",
    input: async (world) => ({
      id: (await world.browser("member")(tokens.createToken, { name: "For a moment", scopes: ["read"] })).id,
    }),
    heard: annsAlone,
  }),
  trying(invitations.invitations, { takes: "session", input: {}, heard: administrators }),
  trying(invitations.invite, {
    takes: "session",
    input: () => ({ email: freshAddress(), name: "Guest" }),
    heard: administrators,
  }),
  trying(changeAddress, {
    takes: "session",
    input: async (world) => ({ id: await freshPerson(world), email: freshAddress() }),
    heard: administrators,
  }),
  trying(invitations.inviteAgain, {
    takes: "session",
    input: async (world) => ({ id: await freshInvitation(world) }),
    heard: administrators,
  }),
  trying(invitations.withdrawInvitation, {
    takes: "session",
    input: async (world) => ({ id: await freshInvitation(world) }),
    heard: administrators,
  }),
  trying(rotateKeys, { takes: "session", input: {}, heard: administrators }),
];

export const TOKEN = "x".repeat(43);

export const open: readonly Attempt[] = [
  trying(signIn.doorway, { takes: "open", input: {}, heard: everyone }),
  trying(signIn.signInByPassword, {
    takes: "open",
    input: { email: "ann@example.org", password: "not this one, surely" },
    heard: { others: "401" },
  }),
  trying(signIn.signInByProvider, { takes: "open", input: {}, heard: { others: "404" } }),
  trying(signIn.askForReset, {
    takes: "open",
    input: () => ({ email: freshAddress() }),
    heard: everyone,
  }),
  trying(signIn.resetPassword, {
    takes: "open",
    input: { token: TOKEN, password: "long enough, surely" },
    heard: { others: "404" },
  }),
  trying(invitations.lookAtInvitation, { takes: "open", input: { token: TOKEN }, heard: { others: "404" } }),
  trying(invitations.acceptInvitation, {
    takes: "open",
    input: { token: TOKEN, name: "Eve", password: "long enough, surely" },
    heard: { others: "404" },
  }),
];
