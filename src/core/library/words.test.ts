import { expect, test } from "vitest";
import { saysOf } from "./words.ts";

const href = () => "";
const kinds = [
  { kind: "decision", one: "Decision", many: "Decisions", did: "decided on this", href },
  { kind: "experiment", one: "Experiment", many: "Experiments", did: "tried this", href },
  { kind: "note", one: "Note", many: "Notes", href },
];
const of = (kind: string, slug: string | null, unit: "team" | "group" | "organisation" = "team") => ({
  kind,
  unit: slug === null ? null : { slug, kind: unit },
});

test("teams count once, whatever they wrote, and each kind says its own", () => {
  const near = [
    of("decision", "a"),
    of("decision", "a"),
    of("decision", "b"),
    of("decision", "c"),
    of("experiment", "a"),
  ];
  expect(saysOf(near, kinds)).toBe("Three teams decided on this. One team tried this.");
});

test("groups are not called teams, and what is nobody's or says nothing is not counted", () => {
  expect(saysOf([of("decision", "a"), of("decision", "g", "group")], kinds)).toBe(
    "Two teams and groups decided on this.",
  );
  expect(saysOf([of("decision", "o", "organisation")], kinds)).toBe("The organisation decided on this.");
  expect(saysOf([of("note", "a"), of("decision", null)], kinds)).toBeNull();
});
