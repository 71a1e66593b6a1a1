import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerRound,
  beginPulse,
  closeRound,
  openRound,
  round,
} from "../../src/core/loops/pulse/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { openProduct } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { lastJson, prepared, septet } from "./septet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet pulse "));
  await prepared(join(folder, "data"));
  const product = await openProduct(readConfig({}, { data: join(folder, "data") }));
  await product.ask(addUnit, { name: "Payments", kind: "team", parent: "organisation" });
  const people: string[] = [];
  for (const name of ["Ann", "Bo"]) {
    const { id } = await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    await product.ask(addMember, { slug: "payments", person: id, role: "member", from: "2024-01-01" });
    people.push(id);
  }
  const ann = product.askAs(people[0] as string);
  const { id } = await ann(beginPulse, {
    ...{ slug: "payments", area: "sensemaking", question: "How are we doing?" },
    questions: [
      { kind: "scale", text: "A change is …", options: ["hard", "easy"] },
      { kind: "words", text: "What first?" },
    ],
  });
  const opened = await ann(openRound, { id });
  const { questions } = await ann(round, { id: opened.id });
  for (const [at, person] of people.entries())
    await product.askAs(person)(answerRound, {
      id: opened.id,
      answers: [
        { question: questions[0]?.id as string, option: 3 + at },
        { question: questions[1]?.id as string, words: `Word ${at}`, teamReads: at === 1, signed: at === 1 },
      ],
    });
  await ann(closeRound, { id: opened.id });
  await product.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const pulse = (who: string, ...args: string[]) =>
  septet([
    "pulse",
    "--unit",
    "payments",
    "--as",
    `${who}@example.org`,
    "--data",
    join(folder, "data"),
    ...args,
  ]);

test("a member reads what the closed rounds came to, in lines or as JSON", async () => {
  const { stdout } = await pulse("ann");
  expect(stdout.replaceAll(/\d{4}-\d\d-\d\d/g, "DAY")).toBe(
    [
      ...["How are we doing?", "DAY: it asks 2 people"],
      ...["  A change is …  1: 0, 2: 0, 3: 1, 4: 1, 5: 0, 3.5 in the mean"],
      ...["  What first?", "    Word 1 (Bo)", ""],
    ].join("\n"),
  );
  const { pulses } = lastJson<{ pulses: { rounds: { results: { n: number }[] }[] }[] }>(
    await pulse("bo", "--json"),
  );
  expect(pulses[0]?.rounds[0]?.results[0]?.n).toBe(2);
}, 120_000);
