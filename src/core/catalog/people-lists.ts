import { z } from "zod";
import { plain } from "../connectors/git/plain.ts";
import { isEmail } from "./catalog-groups.ts";
import type { ImportFile } from "./contract.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { LONGEST_NAME } from "./entity.ts";
import { compare, fewOf, type Problems } from "./problems.ts";
import type { Source, Wanted, WantedMembership, WantedPerson, WantedUnit } from "./wanted.ts";

const COLUMNS = ["name", "email", "team", "role", "from", "until"] as const;
type Column = (typeof COLUMNS)[number];
type Line = Readonly<Record<Column, string>>;

/** How what was read from a list is marked from then on. */
export const peopleSource = (file: string): string => `people ${plain(file, 500)}`;

/** What lists of people say: who there is, and in which teams. What cannot be read becomes a problem; the rest goes in. */
export function readPeople(files: readonly ImportFile[], problems: Problems): Wanted {
  const lists = files.toSorted((a, b) => compare(a.name, b.name)).map((file) => readList(file, problems));
  const said = lists.flatMap(({ said }) => said);
  return {
    sources: lists.map(({ source }) => source),
    people: onePerPerson(said, problems),
    units: firstOfEach(
      said.flatMap(({ unit }) => unit ?? []),
      ({ handle }) => handle.toLowerCase(),
    ),
    memberships: said.flatMap(({ membership }) => membership ?? []),
    components: [],
    read: said.length,
  };
}

/** What one line says. */
interface Said {
  readonly person: WantedPerson;
  readonly unit: WantedUnit | null;
  readonly membership: WantedMembership | null;
}

function readList(file: ImportFile, problems: Problems): { source: Source; said: Said[] } {
  const source = peopleSource(file.name);
  const told = (line: number, reason: string) => problems.add({ file: file.name, line }, reason);
  const { records, broken } = csvRecords(file.text);
  for (const { line, reason } of broken) told(line, reason);
  const [header, ...lines] = records.filter(({ fields }) => fields.some((field) => field.trim() !== ""));
  const places = placesOf(header, told);
  const said: Said[] = [];
  for (const { line, fields } of places ? lines : []) {
    const text = lineOf(fields, places as Places);
    const wrong = whatIsWrong(text);
    if (wrong === null) said.push(saidBy(text, { source, file: file.name, line }));
    else told(line, wrong);
  }
  const whole = broken.length === 0 && said.length > 0 && said.length === lines.length;
  return { source: { source, file: file.name, whole }, said };
}

type Places = ReadonlyMap<Column, number>;

/** Where each column stands, by the first line. */
function placesOf(
  header: CsvRecord | undefined,
  told: (line: number, reason: string) => void,
): Places | undefined {
  const names = (header?.fields ?? []).map((field) => field.trim().toLowerCase());
  const others = names.filter((name) => name !== "" && !COLUMNS.some((column) => column === name));
  if (!header || !names.includes("name")) {
    told(
      header?.line ?? 1,
      `The first line has to name the columns: ${COLUMNS.join(",")}. “name” at least is needed.`,
    );
    return undefined;
  }
  if (others.length > 0)
    told(header.line, `Not read: the columns ${fewOf(others.map((name) => plain(name, 40)))}.`);
  return new Map(COLUMNS.filter((one) => names.includes(one)).map((one) => [one, names.indexOf(one)]));
}

function lineOf(fields: readonly string[], places: Places): Line {
  const cell = (column: Column) =>
    plain(fields[places.get(column) ?? -1] ?? "", column === "email" ? 400 : LONGEST_NAME);
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Line;
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

function whatIsWrong({ name, email, role, from, until }: Line): string | null {
  if (name === "") return "There is no name on this line.";
  if (email !== "" && !isEmail(email)) return `“${email}” is no e-mail address.`;
  if (!/^(member|lead)?$/i.test(role)) return `“${role}” is no role: write member or lead.`;
  const noDay = [from, until].find((day) => day !== "" && !isDay(day));
  if (noDay !== undefined) return `“${noDay}” is no day: write it like 2026-01-31.`;
  if (from !== "" && until !== "" && from >= until)
    return `“until” is the first day that it no longer holds, so after ${from}.`;
  return null;
}

interface Where {
  readonly source: string;
  readonly file: string;
  readonly line: number;
}

/** Who has no address is known by their name, within this list alone. */
function saidBy({ name, email, team, role, from, until }: Line, { source, file, line }: Where): Said {
  const key = email === "" ? `${source} ${name.toLowerCase()}` : email.toLowerCase();
  const said = { source, at: () => ({ file, line }) };
  const person = { key, ref: null, name, email: email || null, ...said };
  if (team === "") return { person, unit: null, membership: null };
  return {
    person,
    unit: { ref: null, handle: team, name: team, parent: null, childrenElsewhere: [], top: false, ...said },
    membership: {
      ...{ person: key, unit: team.toLowerCase(), ...said },
      ...{
        role: role.toLowerCase() === "lead" ? "lead" : "member",
        from: from || null,
        until: until || null,
      },
    },
  };
}

function onePerPerson(said: readonly Said[], problems: Problems): WantedPerson[] {
  const people = firstOfEach(
    said.map(({ person }) => person),
    ({ key }) => key,
  );
  const names = new Map(people.map(({ key, name }) => [key, name]));
  for (const { person } of said) {
    const name = names.get(person.key);
    if (name !== person.name)
      problems.add(person.at(), `${person.email} is ${name} on an earlier line, which counts.`);
  }
  return people;
}

const firstOfEach = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...Map.groupBy(all, keyOf).values()].map((same) => same[0] as T);
