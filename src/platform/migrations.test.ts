import { expect, test } from "vitest";
import { type Migration, pendingMigrations, readMigrations } from "./migrations.ts";
import { stateMigrations } from "./state/open-state.ts";

const file = (name: string, checksum = `sum of ${name}`): Migration => ({ name, sql: "select 1", checksum });
const [one, two, three] = [file("0001_one.sql"), file("0002_two.sql"), file("0003_three.sql")] as const;

test("what has not run yet is pending, in order", () => {
  expect(pendingMigrations([one, two, three], [one])).toEqual([two, three]);
  expect(pendingMigrations([one, two], [two, one])).toEqual([]);
});

test("a file that was changed after it had run is refused by name", () => {
  expect(() => pendingMigrations([file("0001_one.sql", "another")], [one])).toThrow(
    /0001_one\.sql was changed/,
  );
});

test("data of a newer version is refused, and the message says to start that one", () => {
  expect(() => pendingMigrations([one], [one, two])).toThrow(/newer version.*0002_two\.sql/);
});

test("a file that would run after its successor is refused", () => {
  expect(() => pendingMigrations([one, two, three], [one, three])).toThrow(
    /0002_two\.sql comes before 0003_three\.sql/,
  );
});

test("the product's own files are numbered without a gap or a number twice", async () => {
  const numbers = (await readMigrations(stateMigrations)).map(({ name }) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
