import { eq, sql } from "drizzle-orm";
import { advocacyTables } from "../../src/areas/advocacy/testing.ts";
import { deliveryTables } from "../../src/areas/delivery/testing.ts";
import { openPurpose, reviewPurpose, writePurpose } from "../../src/areas/impact/testing.ts";
import * as git from "../../src/core/connectors/git/tables.ts";
import { addPulse } from "../../src/core/loops/pulse/store/beginning.ts";
import { closeByHand, openByHand } from "../../src/core/loops/pulse/store/by-hand.ts";
import { settleGatherings } from "../../src/core/loops/pulse/store/gather.ts";
import { addGathering, addOffer } from "../../src/core/loops/pulse/store/offers.ts";
import { putAnswers } from "../../src/core/loops/pulse/store/rounds.ts";
import { experimentsOver } from "../../src/core/loops/store/experiments-store.ts";
import { loopsOf } from "../../src/core/loops/store/loops-store.ts";
import { notesOf } from "../../src/core/notes/store.ts";
import { claimFor, ensureBelongs, ensureOrganisation, ensureTeam } from "../../src/core/org/store/claims.ts";
import { addDaysOff } from "../../src/core/org/store/days-off.ts";
import { addUnit } from "../../src/core/org/store/units.ts";
import { component, membership, unit } from "../../src/core/org/tables.ts";
import { ensureOwner } from "../../src/core/people/store/people.ts";
import * as people from "../../src/core/people/tables.ts";
import * as reminders from "../../src/core/reminders/tables.ts";
import { sharingOf } from "../../src/core/sharing/store/shares.ts";
import type { StateDb, Tx } from "../../src/platform/state/state-db.ts";
import { decisionsOfPayments } from "./decisions-world.ts";
import { forumsOfPayments } from "./forums-world.ts";

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
  await loopsOfPayments(state);
  await onePurpose(state);
  await whatIsTold(state);
  await pulseOfPayments(state);
  await offerOfCommerce(state);
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
  await asksAndWhatIsInTheWay(state);
  await decisionsOfPayments(state);
  await forumsOfPayments(state);
}

/** Payments asks Lea, with an answer, and Shop; something is in its way, because of which it asked. */
async function asksAndWhatIsInTheWay(state: StateDb): Promise<void> {
  const { ask, step } = advocacyTables;
  const at = new Date();
  const [first, second] = await state.as("ann", async (tx) => {
    const units = await tx.select().from(unit);
    const id = (slug: string) => units.find((one) => one.slug === slug)?.id as string;
    const asked = { fromUnit: id("payments"), title: "A copy", askedBy: "ann", askedAt: at };
    const asks = [
      { ...asked, toPerson: "lea" },
      { ...asked, toUnit: id("shop") },
    ];
    const { impediment, begun } = deliveryTables;
    const [there] = await tx
      .insert(impediment)
      .values({ unit: id("payments"), text: "No copy", saidBy: "ann", saidAt: at })
      .returning();
    const added = await tx.insert(ask).values(asks).returning({ id: ask.id });
    await tx
      .insert(begun)
      .values({ impediment: there?.id as string, kind: "ask", thing: added[0]?.id as string, at });
    return added.map((one) => one.id);
  });
  const said = { n: 1, kind: "words", words: "Soon", saidAt: at } as const;
  await state.as("lea", (tx) =>
    tx.insert(step).values({ ...said, ask: first as string, side: "asked", saidBy: "lea" }),
  );
  await state.as("ann", (tx) =>
    tx.insert(step).values({ ...said, ask: second as string, side: "asking", saidBy: "ann" }),
  );
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

/** A loop of Payments that is open to Commerce, with a turn that is shown and one that is under way, and one of Ann's own. */
async function loopsOfPayments(state: StateDb): Promise<void> {
  const now = new Date("2026-02-02T09:00:00Z");
  const store = loopsOf(state, "ann");
  const asked = {
    measures: ["batch-size"],
    rule: "FREQ=WEEKLY",
    at: "09:00",
    every: "week",
    area: "a",
  } as const;
  const made = { ...asked, measures: [...asked.measures], now: now.getTime() };
  const { row } = await store.add({ ...made, unit: "payments", question: "Open?" });
  await store.add({ ...made, question: "Mine?" });
  await store.change({ id: row.id, set: {}, audience: "commerce", ended: undefined, now });
  const place = { id: row.id, due: "2026-02-02" };
  const base = {
    measure: "batch-size",
    unit: "changes",
    start: "2026-01-26",
    value: 4,
    scale: "log",
    near: 0.1,
  } as const;
  const guessed = { direction: "same", sure: 60, base, lookedUp: "2026-02-09", now } as const;
  await store.guess({ ...guessed, place, person: null });
  await store.guess({ ...guessed, place, person: "ann" });
  await store.finish([{ ...place, readings: [], now, unless: {} }]);
  await store.show({ ...place, show: true, now });
  await store.write({ id: row.id, due: "2026-02-09", version: 0, set: { note: "Ours" }, now });
  const experiments = experimentsOver(state, "ann", () => now.getTime());
  const tried = {
    area: "a",
    kind: "experiment",
    title: "Try",
    why: "",
    every: "week",
    begins: "2026-02-02",
  } as const;
  const { row: begun } = await experiments.add({
    ...{ ...tried, unit: "payments", measure: "batch-size", direction: "lower", size: null, sure: null },
    ...{ lookAgain: "2026-04-01", now },
  });
  await store.followUp(place, { kind: "experiment", id: begun.id, now });
  await experiments.conclude({
    ...{
      id: begun.id,
      ends: "keep",
      words: "",
      real: true,
      shows: null,
      asExpected: null,
      lookAgain: null,
      now,
    },
  });
  await state.as("ann", (tx) =>
    addDaysOff(tx, "ann", {
      unit: row.unit as string,
      days: [{ from: "2026-12-25", to: "2026-12-26", name: "Christmas" }],
    }),
  );
}

/** A round that Ann and Ada have answered, who was of Payments for that day, and one that is open, which Ann has. */
async function pulseOfPayments(state: StateDb): Promise<void> {
  const now = Date.now();
  const question = { kind: "scale", text: "It is", options: ["hard", "easy"] } as const;
  const wanted = { slug: "payments", area: "a", question: "How?", rule: "FREQ=WEEKLY", ahead: null, now };
  const pulse = await state.as("ann", (tx) =>
    addPulse(tx, "ann", { ...wanted, questions: [{ ...question, options: [...question.options] }] }),
  );
  const answers = [
    { question: pulse.questions[0]?.id as string, option: 1, words: null, teamReads: false, signed: false },
  ];
  const open = () =>
    state.as(
      "ann",
      async (tx) => (await openByHand(tx, "ann", { pulse, until: "2099-01-01", now })).round.row.id,
    );
  const answer = (me: string, round: string) => state.as(me, (tx) => putAnswers(tx, me, { round, answers }));
  const there = await state.as("ann", async (tx) => {
    const values = { person: "ada", unit: pulse.unit.id, role: "member", from: sql`org_today()` } as never;
    return (await tx.insert(membership).values(values).returning())[0]?.id as string;
  });
  const first = await open();
  await answer("ann", first);
  await answer("ada", first);
  await state.as("ann", (tx) => closeByHand(tx, "ann", { pulse, round: first, now }));
  await state.as("ada", (tx) => tx.delete(membership).where(eq(membership.id, there)));
  await answer("ann", await open());
}

/** Commerce has offered a question, and gathered it; too few took it up. */
async function offerOfCommerce(state: StateDb): Promise<void> {
  const now = Date.parse("2026-02-02T09:00:00Z");
  const questions = [{ kind: "scale" as const, text: "It is", options: ["hard", "easy"] }];
  await state.as("lea", async (tx) => {
    const { row } = await addOffer(tx, "lea", { slug: "commerce", question: "How?", questions, now });
    await addGathering(tx, "lea", { id: row.id, until: "2026-02-03", now });
  });
  await settleGatherings({ state, now: now + 3 * day });
}

/** Of Payments, written twice, found right once, and opened to Commerce. */
async function onePurpose(state: StateDb): Promise<void> {
  const by = { me: "ann", now: Date.parse("2026-02-01T10:00:00Z") };
  await state.as("ann", async (tx) => {
    await writePurpose(tx, by, { slug: "payments", sentence: "We pay" });
    const { own } = await writePurpose(tx, by, { slug: "payments", sentence: "We get merchants paid" });
    await reviewPurpose(tx, by, { slug: "payments", purpose: own?.written[0]?.row.id as string });
    await openPurpose(tx, by, { slug: "payments", audience: "commerce" });
  });
}

/** What Ann is told outside Septet, and where Payments has its reminders posted; each was sent once. */
async function whatIsTold(state: StateDb): Promise<void> {
  const now = new Date("2026-02-02T09:00:00Z");
  const weekly = { digest: "MO", digestSince: now } as const;
  const [payments] = await state.as("ann", (tx) => tx.select().from(unit).where(eq(unit.slug, "payments")));
  const of = payments?.id as string;
  await state.as("ann", async (tx) => {
    await tx.insert(reminders.choice).values({ person: "ann", ...weekly });
    await tx
      .insert(reminders.calendar)
      .values({ person: "ann", id: "c", hash: Buffer.from("z"), madeAt: now });
    await tx
      .insert(reminders.channel)
      .values({ unit: of, sealed: "s", host: "chat.example.org", setBy: "ann", setAt: now, ...weekly });
  });
  const sent = { kind: "digest", day: "2026-02-02", sentAt: now } as const;
  await state.asJobs((tx) =>
    tx.insert(reminders.sent).values([
      { person: "ann", ...sent },
      { unit: of, ...sent },
    ]),
  );
}

async function shareOne(state: StateDb): Promise<void> {
  const { share } = sharingOf(state, "ann");
  await share({ slug: "payments", measure: "batch-size", audience: "commerce" });
  await share({ slug: "payments", measure: "changes-merged", audience: "commerce" });
  await share({ slug: "payments", measure: "changes-merged", audience: null });
}
