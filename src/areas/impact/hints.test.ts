import { describe, expect, test } from "vitest";
import { examples, STARTER } from "./examples.ts";
import { hintsFor } from "./hints.ts";

const about = (sentence: string) => hintsFor(sentence).map((hint) => hint.about);

describe("a good purpose is not doubted", () => {
  test.each(examples)("that of $of", ({ sentence }) => {
    expect(hintsFor(sentence)).toEqual([]);
  });

  test.each([
    // Words of a trade that are words of technology elsewhere.
    "We tell passengers on which platform their train leaves, before they have to ask.",
    "We keep gas in the pipelines flowing so that no household is cold.",
    "We show feature films to people who have no cinema near them.",
    "We look after roads and other infrastructure so that nobody in the villages is cut off.",
    "We find chess puzzles with solutions that beginners can reach by themselves.",
    "We shorten the backlog of claims so that victims have their money before winter.",
    // Whom, in many ways of saying it.
    "We bring groceries within an hour to those who cannot leave the house.",
    "We ship parcels to people on islands within two days.",
    "We help small firms' accountants to close a month in a day.",
    "We get children home from school safely, whatever the weather.",
    "We make sure that everybody in the valley has power through a storm.",
    "We let any product team try an idea on real customers the same day.",
    "We give a business the loan it asked for while the chance is still there.",
    "We bring your grandmother's letters to you wherever you move.",
    "We help pharmacists notice two medicines that do not go together.",
    // It says what is different without “so that”.
    "Merchants are paid on the day they sell.",
    "We find every lost bag before its owner has left the airport.",
    // Everybody knows these capitals, and an abbreviation ends no sentence.
    "We send a PDF of every invoice to tenants, e.g. St. Mary's, before the GP asks them for it.",
    "We help new families in the U.S. Army find a school that fits.",
  ])("%s", (sentence) => {
    expect(hintsFor(sentence)).toEqual([]);
  });

  test.each([
    "Wir bezahlen Läden am Tag des Verkaufs, damit sie nicht borgen müssen und schlafen.",
    "Nous payons chaque boutique le jour de la vente, pour que personne ne doive emprunter.",
    "Vi sørger for at butikkene får pengene den dagen de selger.",
    "Zorgen dat winkels dezelfde dag betaald worden, zodat niemand hoeft te lenen.",
    "نحن ندفع للتجار في يوم البيع حتى لا يضطر أي متجر صغير إلى الاقتراض.",
    "売れたその日に商店へ支払い、小さな店が借りずに仕入れられるようにします。",
  ])("in another language nothing is known about whom and what: %s", (sentence) => {
    expect(hintsFor(sentence)).toEqual([]);
  });
});

describe("asked is", () => {
  test.each([
    ["We build and run the payment services of the company.", ["whom", "change"]],
    ["We maintain the servers, containers and databases here.", ["whom", "change"]],
    ["We are the team for the order and billing domain.", ["whom", "change"]],
    ["We deliver the best user experience and user interface.", ["whom", "change"]],
    ["We make the billing of our company quick so that it is cheap.", ["whom"]],
  ])("whom somebody who names nobody serves: %s", (sentence, wanted) => {
    expect(about(sentence)).toEqual(wanted);
  });

  test.each([
    "We build and run payment services for merchants.",
    "We are responsible for customer accounts and their balances.",
    "We continuously develop software for hospitals.",
  ])("what is different for those who are named: %s", (sentence) => {
    expect(about(sentence)).toEqual(["change"]);
  });

  test("whether those who are served would use the words, two of them at most", () => {
    const [hint] = hintsFor("We leverage microservices and our platform so that merchants get features.");
    expect(hint).toEqual({
      about: "words",
      asks: "Would those whom you serve say “platform” or “features”? What would they call it?",
    });
    expect(about("Payments platform")).toEqual(["words"]);
    expect(about("We get merchants paid with our scalable APIs.")).toEqual(["words"]);
    expect(about("We achieve our KPIs so that customers are happy.")).toEqual(["words"]);
  });

  test("which sentence to keep, where there are several", () => {
    expect(about("We get merchants paid on the day. They need not borrow.")).toEqual(["one"]);
    expect(about("We get merchants paid! They need not borrow.")).toEqual(["one"]);
    expect(about("店に払います。そして助けます。")).toEqual(["one"]);
  });

  test("whether a reader outside knows what letters stand for", () => {
    expect(hintsFor("We settle PSP fees for merchants so that they can sleep.")).toEqual([
      { about: "outside", asks: "Would a reader outside know what “PSP” means?" },
    ]);
    expect(hintsFor("WE GET MERCHANTS PAID SO THAT THEY CAN SLEEP")).toEqual([]);
  });

  test("for one breath, of a sentence that takes two", () => {
    const sentence = `We get merchants paid ${"on the day and in full and ".repeat(6)}so that they can sleep.`;
    expect(hintsFor(sentence)).toEqual([
      { about: "outside", asks: "Could you say it in one breath? It has 51 words." },
    ]);
  });

  test("what belongs into the form that one began with", () => {
    expect(about(STARTER)).toEqual(["gap"]);
    expect(about("We get merchants paid so that …")).toEqual(["gap"]);
  });
});

test("nobody who has just begun is asked anything", () => {
  for (const begun of ["", "  ", "We", "We build", "We build payment services"])
    expect(about(begun)).toEqual([]);
});

test("every hint is a question, and says no word twice", () => {
  const poor = "We build our KYC platform and run features. Our roadmap is … long.";
  const hints = hintsFor(poor);
  expect(hints.map((hint) => hint.about)).toEqual(["gap", "whom", "change", "words", "one", "outside"]);
  for (const { asks } of hints) expect(asks).toMatch(/\?/);
});
