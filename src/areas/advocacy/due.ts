import type { Due } from "../../core/loops/marks.ts";
import type { Ask } from "./contract.ts";
import { sayDay } from "./words.ts";

/** What is due of these asks for the person who asks, on whichever side they stand. */
export const dueOf = (asks: readonly Ask[]): Due[] =>
  asks.flatMap((ask) => [...forAsked(ask), ...forAsking(ask)]);

/** For those who are asked: to answer, by when it matters or since it was asked; and to do what they said yes to. */
function forAsked(ask: Ask): Due[] {
  const { sides, waitsFor, state, promised, mattersBy, asked, from, to } = ask;
  if (!sides.includes("asked") || !waitsFor.includes("asked")) return [];
  const due = { ...common(ask), of: to.unit?.name ?? null, unit: to.unit?.slug ?? null };
  if (state === "yes")
    return [{ ...due, action: `Do what you said yes to, for ${from.name}`, day: promised ?? asked }];
  const matters = mattersBy === null ? "" : `; it matters by ${sayDay(mattersBy)}`;
  const verb = state === "carried" ? "Say what came back to" : "Answer";
  return [{ ...due, action: `${verb} ${from.name}${matters}`, day: mattersBy ?? asked }];
}

/** For those who asked: to say whether it helped, once it is time to. */
function forAsking(ask: Ask): Due[] {
  const { sides, waitsFor, state, promised, answer, asked, from } = ask;
  if (!sides.includes("asking") || !waitsFor.includes("asking")) return [];
  const day = (state === "yes" ? promised : null) ?? answer?.day ?? asked;
  return [{ ...common(ask), action: "Say whether it helped", of: from.name, unit: from.slug, day }];
}

const common = ({ id, title }: Ask) => ({ kind: "ask", title, at: null, href: `/asks/${id}` });
