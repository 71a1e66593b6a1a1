import * as git from "../../src/core/connectors/git/tables.ts";
import { notesOf } from "../../src/core/notes/store.ts";
import { claimFor, ensureBelongs, ensureOrganisation, ensureTeam } from "../../src/core/org/store/claims.ts";
import { addUnit } from "../../src/core/org/store/units.ts";
import { component, membership, unit } from "../../src/core/org/tables.ts";
import { ensureOwner } from "../../src/core/people/store/people.ts";
import * as people from "../../src/core/people/tables.ts";
import { sharingOf } from "../../src/core/sharing/store/shares.ts";
import type { StateDb, Tx } from "../../src/platform/state/state-db.ts";

/** Whoever may try, by what they are to the team Payments. */
export const actors = {
  /** Code that forgot to say who asks. */
  nobody: "",
  /** A person whom the installation does not know. */
  stranger: "stranger",
  /** Of Shop, beside Payments in the group Commerce. */
  "another team's member": "cem",
  member: "ann",
  /** Left Payments. */
  "former member": "fay",
  /** Leads Commerce. */
  "leader above": "lea",
  administrator: "ada",
} as const;
export type ActorName = keyof typeof actors;

const day = 86_400_000;

/**
 * One of everything, made in the roles in which the product makes it: an organisation with Commerce, in it Payments and Shop; a
 * component of each team; a measure that Payments shares with Commerce and one that it took back.
 */
export async function makeWorld(state: StateDb): Promise<void> {
  await ensureOrganisation(state, "UTC");
  const owner = await ensureOwner(state, () => "owner");
  await ensureBelongs(state, owner);
  await state.asAuth(async (tx) => {
    for (const id of ["ann", "cem", "fay", "lea", "ada"]) await account(tx, id);
  });
  await state.as(owner, async (tx) => {
    await addUnit(tx, owner, { name: "Commerce", kind: "group", parent: "organisation" });
    for (const name of ["Payments", "Shop"])
      await addUnit(tx, owner, { name, kind: "team", parent: "commerce" });
    for (const [name, slug] of [
      ["ledger", "payments"],
      ["web", "shop"],
    ] as const) {
      await tx.insert(component).values({ name });
      await claimFor(tx, owner, { component: name, unit: slug });
    }
  });
  await belong(state);
  await ensureTeam(state, "lea", "Payments");
  await shareOne(state);
  await oneNoteOfEachKind(state);
  await state.asJobs(async (tx) => {
    await tx.insert(git.repository).values({ component: "ledger", path: "/ledger", rule: "auto" });
    await tx.insert(git.gitImport).values({ path: "/ledger", component: "ledger" });
    await tx.insert(people.identity).values({ hash: Buffer.from("x"), pseudonym: "p" });
  });
  await state.as("ada", async (tx) => {
    const part = { component: "ledger/web", repository: "ledger", globs: ["apps/web/"] };
    await tx.insert(git.part).values(part);
  });
  await waysIn(state);
}

/** A token of Ann's, an invitation that is open, a group that the organisation's sign-in says Ann is in, a key. */
async function waysIn(state: StateDb): Promise<void> {
  const hash = Buffer.from("y");
  await state.as("ann", async (tx) => {
    await tx.insert(people.token).values({ id: "t", person: "ann", name: "T", scopes: ["read"], hash });
  });
  await state.asAuth(async (tx) => {
    const expiresAt = new Date(Date.now() + day);
    await tx.insert(people.invitation).values({ email: "eve@example.org", name: "Eve", hash, expiresAt });
    await tx.insert(people.claimedGroup).values({ person: "ann", name: "payments" });
    await tx.insert(people.secret).values({ name: "pseudonyms", sealed: "s" });
  });
}

/** An account with a session, as sign-in makes it. */
async function account(tx: Tx, id: string): Promise<void> {
  const email = `${id}@example.org`;
  await tx.insert(people.user).values({ id, name: id, email, emailVerified: true });
  await tx.insert(people.person).values({ id, name: id, administrator: id === "ada" });
  await tx.insert(people.contact).values({ person: id, email });
  const expiresAt = new Date(Date.now() + day);
  await tx.insert(people.session).values({ id, userId: id, token: id, expiresAt });
  await tx.insert(people.account).values({ id, userId: id, accountId: id, providerId: "credential" });
  await tx.insert(people.verification).values({ id, identifier: id, value: id, expiresAt });
}

async function belong(state: StateDb): Promise<void> {
  await state.asJobs(async (tx) => {
    const ids = Object.fromEntries((await tx.select().from(unit)).map(({ slug, id }) => [slug, id]));
    const at = (slug: string) => ids[slug] as string;
    await tx.insert(membership).values([
      { person: "ann", unit: at("payments"), role: "member" },
      { person: "cem", unit: at("shop"), role: "member" },
      { person: "fay", unit: at("payments"), role: "member", until: "2026-01-31" },
      { person: "lea", unit: at("commerce"), role: "lead" },
    ]);
  });
}

/** Ann's, each seen by others: by nobody, by Fay who has left, by Payments, by Commerce, by all. */
async function oneNoteOfEachKind(state: StateDb): Promise<void> {
  const { add } = notesOf(state, "ann");
  const note = { slug: "payments", measure: "batch-size", day: "2026-02-01", text: "A note" };
  await add({ ...note, visibility: "private" });
  await add({ ...note, visibility: "pair", with: "fay" });
  await add({ ...note, visibility: "team" });
  await add({ ...note, visibility: "group", with: "commerce" });
  await add({ ...note, visibility: "organisation" });
}

async function shareOne(state: StateDb): Promise<void> {
  const { share } = sharingOf(state, "ann");
  await share({ slug: "payments", measure: "batch-size", audience: "commerce" });
  await share({ slug: "payments", measure: "changes-merged", audience: "commerce" });
  await share({ slug: "payments", measure: "changes-merged", audience: null });
}
