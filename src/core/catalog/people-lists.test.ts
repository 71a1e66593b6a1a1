import { expect, test } from "vitest";
import { peopleSource, readPeople } from "./people-lists.ts";
import { Problems } from "./problems.ts";

function read(text: string) {
  const problems = new Problems();
  const wanted = readPeople([{ name: "people.csv", text }], problems);
  return { ...wanted, told: problems.all.map(({ line, reason }) => `${line}: ${reason}`) };
}

test("columns stand in any order, in any letters, and others are said to be ignored", () => {
  const { people, memberships, told } = read("Salary,TEAM,Name\n100,Shop,Ann\n");
  expect([people[0]?.name, memberships[0]?.unit, memberships[0]?.role]).toEqual(["Ann", "shop", "member"]);
  expect(told).toEqual(["1: Not read: the columns salary."]);
});

test("a bad line is told with its number, the others go in, and nobody is taken to be gone", () => {
  const { people, sources, told } = read(
    "name,email,role,from,until\n,x@x.org,,,\nAnn,ann,,,\nBob,,boss,,\nCy,,,2026-02-30,\nDi,,,2026-02-01,2026-01-01\nEve,,lead,,\n",
  );
  expect(people.map(({ name }) => name)).toEqual(["Eve"]);
  expect(told).toEqual([
    "2: There is no name on this line.",
    "3: “ann” is no e-mail address.",
    "4: “boss” is no role: write member or lead.",
    "5: “2026-02-30” is no day: write it like 2026-01-31.",
    "6: “until” is the first day that it no longer holds, so after 2026-02-01.",
  ]);
  expect(sources).toEqual([{ source: peopleSource("people.csv"), file: "people.csv", whole: false }]);
});

test("a file without the columns is none of people", () => {
  expect(read("a,b\n1,2\n")).toMatchObject({
    read: 0,
    told: [
      "1: The first line has to name the columns: name,email,team,role,from,until. “name” at least is needed.",
    ],
  });
  expect(read("").read).toBe(0);
});

test("a formula is a name like any other, and what would steer a terminal is left out", () => {
  const { people } = read('name,email\n"=HYPERLINK(""http://evil"")",a@x.org\n"A\u202enn\u0007",b@x.org\n');
  expect(people.map(({ name }) => name)).toEqual(['=HYPERLINK("http://evil")', "A nn"]);
});

test("a million columns are too many, and told in one line", () => {
  const { told, read: count } = read(`name,${"x,".repeat(1_000_000)}\nAnn\n`);
  expect([count, told.length]).toEqual([0, 2]);
  expect(told[0]).toMatch(/^1: /);
});
