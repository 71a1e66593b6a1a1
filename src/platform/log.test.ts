import { execFileSync } from "node:child_process";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openLog } from "./log.ts";
import { openTestState } from "./state/testing.ts";

function logged(say: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  say(openLog({ level: "info", forPeople: false, to: { write: (line) => lines.push(line) } }));
  return lines.join("");
}

test("secrets are left out wherever they stand", () => {
  const line = logged((log) =>
    log.info(
      {
        password: "hunter2",
        request: { headers: { authorization: "hunter2", cookie: "hunter2" } },
        config: { databaseUrl: "hunter2" },
      },
      "Opened postgres://septet:hunter2@localhost/septet",
    ),
  );
  expect(line).not.toContain("hunter2");
  expect(line).toContain("postgres://septet:…@localhost/septet");
});

test("an error of a statement is told without what people wrote", async () => {
  const state = await openTestState();
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const error = await drizzle({ client: state.jobsPool })
    .execute(sql`select ${"hunter2"}::int`)
    .catch((caught: unknown) => caught);
  await state.close();
  const line = logged((log) => log.error({ err: error }, "It failed"));
  expect(line).toContain("Failed query");
  expect(line).not.toContain("hunter2");
});

test("the log never goes to standard output", () => {
  const program = `import { openLog } from ${JSON.stringify(new URL("log.ts", import.meta.url).href)};
    openLog({ level: "info" }).info("to standard error"); openLog({ level: "info", forPeople: true }).info("for people");`;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(out).toBe("");
});
