import { expect, test } from "vitest";
import { type Claims, comingIn, type Known } from "./coming-in.ts";

const ann: Claims = {
  issuer: "https://login.example.org",
  subject: "1",
  email: "ann@example.org",
  emailVerified: true,
  name: "Ann",
  groups: [],
};
const nothing: Known = { linked: null, account: null, contact: null, invitation: null };
const unverified = { ...ann, emailVerified: false };
const account = { id: "a", emailVerified: true };

test("who came in this way before comes in again, whatever their address is now", () => {
  expect(comingIn(unverified, { ...nothing, linked: "a" }, false)).toEqual({ as: "linked", person: "a" });
});

test("a verified address leads to the account with it, to the invitation, or to the person known by it", () => {
  expect(comingIn(ann, { ...nothing, account }, false)).toEqual({ as: "account", person: "a" });
  expect(comingIn(ann, { ...nothing, invitation: "i" }, false)).toMatchObject({ as: "new", invitation: "i" });
  expect(comingIn(ann, { ...nothing, contact: "p" }, false)).toMatchObject({ as: "new", email: ann.email });
});

test("an address that the provider has not made sure of leads nowhere, not even where everybody may come in", () => {
  for (const known of [{ account }, { invitation: "i" }, { contact: "p" }]) {
    expect(comingIn(unverified, { ...nothing, ...known }, false).as).toBe("nobody");
    expect(comingIn(unverified, { ...nothing, ...known }, true)).toEqual({
      as: "new",
      invitation: null,
      email: null,
    });
  }
});

test("an address that somebody gave their own account here without proof is not tied to whoever has it there", () => {
  const claimed = { ...nothing, account: { id: "a", emailVerified: false } };
  expect(comingIn(ann, claimed, false).as).toBe("nobody");
  expect(comingIn(ann, claimed, true).as).toBe("nobody");
});

test("a stranger comes in only where everybody may", () => {
  expect(comingIn(ann, nothing, false).as).toBe("nobody");
  expect(comingIn(ann, nothing, true)).toEqual({ as: "new", invitation: null, email: ann.email });
});
