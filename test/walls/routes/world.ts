import { openPurpose, writePurpose } from "../../../src/areas/impact/contract.ts";
import { checkIn, finishTurn, showTurn, writeTurn } from "../../../src/core/loops/check-in/contract.ts";
import { addLoop, changeLoop } from "../../../src/core/loops/contract.ts";
import { addDaysOff } from "../../../src/core/loops/days-off/contract.ts";
import { beginExperiment } from "../../../src/core/loops/experiments/contract.ts";
import { addNote } from "../../../src/core/notes/contract.ts";
import {
  addMember,
  addPerson,
  addUnit,
  changePerson,
  endMembership,
} from "../../../src/core/org/contract.ts";
import { signInLink } from "../../../src/core/people/contract.ts";
import { user } from "../../../src/core/people/tables.ts";
import { createToken } from "../../../src/core/people/tokens/contract.ts";
import { shareMeasure } from "../../../src/core/sharing/contract.ts";
import { type Ask, asker } from "../../../src/platform/http/ask.ts";
import type { TestState } from "../../../src/platform/state/testing.ts";
import { gitRepository } from "../../git-repository.ts";
import { importRepository, openTestProduct, type TestProduct } from "../../product/open-test-product.ts";
import { visitorTo } from "../../product/visitor.ts";

/** Whoever may ask, by what they are to the team Payments, with their id. */
export const people = {
  /** Was archived while signed in. */
  stranger: "gus",
  "another team's member": "cem",
  member: "ann",
  /** Left Payments. */
  "former member": "fay",
  /** Leads Commerce, in which Payments stands. */
  "leader above": "lea",
  administrator: "ada",
} as const;
export type Somebody = keyof typeof people;

export const TOKENS = ["read", "admin", "ingest"] as const;
export type TokenScope = (typeof TOKENS)[number];

export interface RouteWorld {
  readonly product: TestProduct;
  readonly repository: string;
  /** The id of each of {@link people}. */
  readonly ids: Readonly<Record<Somebody, string>>;
  /** Of Ann's notes about Payments, the one that she shared with nobody. */
  readonly note: string;
  /** A loop of Payments that is open to Commerce, with a turn of today that is done and shown; one of Ann's own; an experiment. */
  readonly loop: string;
  readonly mine: string;
  readonly experiment: string;
  /** The day of that turn. */
  readonly today: string;
  /** Of the one import there was. */
  readonly imported: string;
  /** Asks in their browser, signed in as of now. */
  browser(who: Somebody): Ask;
  /** Signs them in anew. */
  signIn(who: Somebody): Promise<Ask>;
  /** Asks without anything. */
  readonly nobody: Ask;
  /** Asks by a token of Ann's. */
  token(scope: TokenScope): Ask;
  close(): Promise<void>;
}

const DAY = 86_400;

/** Each asks from an address of their own, so that no limit on guessing stands in the way of another. */
let asked = 0;
const fromAfar = () => ({ "x-forwarded-for": `10.0.${(asked >> 8) & 255}.${asked++ & 255}` });

/**
 * The whole product with Commerce, in it Payments and Shop, an import of Payments' ledger, a measure that Payments shares with
 * Commerce, a purpose that is opened to Commerce too, notes of Ann's for each circle of readers, and everybody signed in.
 */
export async function openRouteWorld(state: TestState): Promise<RouteWorld> {
  const product = await openTestProduct({ state }, { trustProxy: 1 });
  const owner = product.ask;
  await owner(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"]) await owner(addUnit, { name, kind: "team", parent: "commerce" });
  const repository = gitRepository({ name: "ledger" });
  const now = Math.floor(Date.now() / 1000);
  repository.commit("one", { at: now - 20 * DAY });
  repository.tag("v1", { at: now - 19 * DAY });
  repository.commit("two", { at: now - 10 * DAY });
  repository.tag("v2", { at: now - 9 * DAY });
  const { id: imported } = await importRepository(product, {
    ...{ path: repository.path, team: "Payments", deployments: "tags:v*" },
  });

  const ids = await makePeople(product, state);
  await belong(owner, ids);
  const browsers = new Map<Somebody, Ask>();
  const signIn = async (who: Somebody) => {
    const link = await owner(signInLink, { for: `${people[who]}@example.org` });
    const browser = visitorTo(product);
    await browser.send(new URL(link.url).pathname);
    const ask = asker((path, init) =>
      browser.send(path, { ...init, headers: { ...init.headers, ...fromAfar() } }),
    );
    browsers.set(who, ask);
    return ask;
  };
  for (const who of Object.keys(people) as Somebody[]) await signIn(who);
  await owner(changePerson, { id: ids.stranger, archived: true });

  const ann = browsers.get("member") as Ask;
  const tokens = new Map<TokenScope, Ask>();
  for (const scope of TOKENS) {
    const { token } = await ann(createToken, { name: scope, scopes: [scope] });
    const send = product.as({ authorization: `Bearer ${token}` });
    tokens.set(
      scope,
      asker((path, init) => send(path, { ...init, headers: { ...init.headers, ...fromAfar() } })),
    );
  }
  await ann(shareMeasure, { slug: "payments", measure: "changes-merged", with: "commerce" });
  const asked = await askLoops(ann);
  for (const sentence of ["We pay", "We get merchants paid"])
    await ann(writePurpose, { slug: "payments", sentence });
  await ann(openPurpose, { slug: "payments", audience: "commerce" });
  return {
    ...asked,
    ...{ product, ids, imported, signIn, repository: repository.path },
    note: await writeNotes(ann, ids["former member"]),
    browser: (who) => browsers.get(who) as Ask,
    nobody: asker((path, init) => product.as(fromAfar())(path, init)),
    token: (scope) => tokens.get(scope) as Ask,
    close: async () => {
      await product.close();
      repository.remove();
    },
  };
}

async function makePeople({ ask }: TestProduct, state: TestState): Promise<Record<Somebody, string>> {
  const made: Record<string, string> = {};
  for (const [who, name] of Object.entries(people)) {
    const email = `${name}@example.org`;
    const { id } = await ask(addPerson, { name, email });
    await state.asAuth((tx) => tx.insert(user).values({ id, name, email, emailVerified: true }));
    made[who] = id;
  }
  await ask(changePerson, { id: made.administrator as string, administrator: true });
  return made as Record<Somebody, string>;
}

async function belong(owner: Ask, ids: Record<Somebody, string>): Promise<void> {
  const add = (slug: string, who: Somebody, role: "member" | "lead" = "member") =>
    owner(addMember, { slug, person: ids[who], role, from: "2024-01-01" });
  await add("payments", "member");
  await add("shop", "another team's member");
  await add("commerce", "leader above", "lead");
  const { id } = await add("payments", "former member");
  await owner(endMembership, { id });
}

async function askLoops(ann: Ask): Promise<Pick<RouteWorld, "loop" | "mine" | "experiment" | "today">> {
  const of = { unit: "payments", area: "delivery" };
  const asked = { ...of, question: "Open?", measures: ["change-lead-time"], rule: "FREQ=DAILY", at: "00:00" };
  const { id: loop } = await ann(addLoop, asked);
  await ann(changeLoop, { id: loop, audience: "commerce" });
  const { today } = await ann(checkIn, { unit: "payments" });
  const place = { id: loop, due: today };
  await ann(writeTurn, { ...place, version: 0, note: "Ours", annotation: "For Commerce" });
  await ann(finishTurn, place);
  await ann(showTurn, { ...place, show: true });
  // Its first day is long ago, so that it is due.
  await ann(addLoop, { ...of, question: "Due?", rule: "FREQ=DAILY", at: "00:00", starts: "2024-01-01" });
  await ann(addDaysOff, { slug: "payments", text: "2099-01-01 A day", apply: true });
  const { id: mine } = await ann(addLoop, { area: "growth", question: "Mine?" });
  const { id: experiment } = await ann(beginExperiment, { ...of, title: "Try" });
  return { loop, mine, experiment, today };
}

/** Seen by Ann alone, by Fay too, by Payments, by Commerce, by all; gives the first. */
async function writeNotes(ann: Ask, fay: string): Promise<string> {
  const note = { slug: "payments", measure: "batch-size", day: "2024-02-01", text: "A note" };
  const { id } = await ann(addNote, note);
  await ann(addNote, { ...note, visibility: "pair", with: fay });
  await ann(addNote, { ...note, visibility: "team" });
  await ann(addNote, { ...note, visibility: "group", with: "commerce" });
  await ann(addNote, { ...note, visibility: "organisation" });
  return id;
}
