import { z } from "zod";
import { Failure, type FieldProblem, fail } from "../errors.ts";
import type { AnswerOf, Contract, InputOf } from "./contract.ts";

/** A contract with what it takes to answer it. `Context` is what the route needs to know about the request and the product. */
export interface Route<Context> {
  readonly contract: Contract;
  /** Reads and parses what came, asks whether it is allowed, does the work and checks what goes out. */
  respond(context: Context, read: () => Promise<Record<string, unknown>>): Promise<unknown>;
}

/** Who may ask; forgetting both does not compile. */
type Permission<C extends Contract, Context> =
  | { allow(context: Context, input: InputOf<C>): boolean | Promise<boolean> }
  /** For what is large: asked before anything of it is read. */
  | { admit(context: Context): boolean | Promise<boolean> };

type Answering<C extends Contract, Context> = Permission<C, Context> & {
  handle(context: Context, input: InputOf<C>): Promise<AnswerOf<C>> | AnswerOf<C>;
};

/** Ask, allow, handle: 401 comes before (the context knows who asks), then 400, then 403, then the work. */
export function answer<C extends Contract, Context>(
  contract: C,
  parts: Answering<C, Context>,
): Route<Context> {
  const input = contract.input.strict();
  return {
    contract,
    async respond(context, read) {
      if ("admit" in parts && !(await parts.admit(context))) fail("not_allowed");
      const asked = parse(input, await read()) as InputOf<C>;
      if ("allow" in parts && !(await parts.allow(context, asked))) fail("not_allowed");
      return checkedOutput(contract, await parts.handle(context, asked));
    },
  };
}

function checkedOutput(contract: Contract, given: unknown): unknown {
  const output = contract.output.safeParse(given);
  if (output.success) return output.data;
  throw new Error(
    `${contract.method} ${contract.path} answered other than its contract: ${z.prettifyError(output.error)}`,
  );
}

/** As many as somebody mends in one go; whoever sends a million wrong fields is not told of each. */
const MOST_SAID = 50;

function parse(schema: z.ZodType, raw: unknown): unknown {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const errors = firstOfEach(parsed.error.issues.slice(0, MOST_SAID).flatMap(fieldProblems)).slice(
    0,
    MOST_SAID,
  );
  throw new Failure("bad_input", { detail: errors[0]?.detail ?? "The request cannot be read.", errors });
}

/** What is no day at all is also none of the years that a day may be in: the first says what to mend. */
const firstOfEach = (errors: readonly FieldProblem[]): FieldProblem[] =>
  errors.filter(({ pointer }, place) => errors.findIndex((other) => other.pointer === pointer) === place);

/** What zod found, as pointers into the input with a word on what would be right. */
function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const pointer = issue.path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_SAID).map((key) => ({
      pointer: `${pointer}/${key}`,
      detail: `There is no field “${key}” here.`,
    }));
  }
  return [{ pointer, detail: `${nameOf(pointer)}: ${wordsFor(issue)}` }];
}

const nameOf = (pointer: string): string => pointer.slice(1) || "body";

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_format" && issue.format === "date") return "write a day like 2026-01-31.";
  if (issue.code === "invalid_format" && issue.format === "uuid")
    return "write an id like 0b9c3f6e-52d4-4a8e-9c1f-2d7b6e5a4f30.";
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "is missing.";
  return issue.message;
}
