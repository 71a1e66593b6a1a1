import { addMember, addPerson } from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import type { TestProduct } from "./open-test-product.ts";

/** Makes people known, by name, who have belonged to a unit (its slug) or led it since 2024; gives their ids. */
export async function peopleOf(
  { ask }: TestProduct,
  wanted: readonly (readonly [name: string, slug: string, role: "member" | "lead"])[],
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [name, slug, role] of wanted) {
    const { id } = await ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    await ask(addMember, { slug, person: id, role, from: "2024-01-01" });
  }
  return ids;
}

/** What somebody is told who asks for what cannot be: the status, the words, and where in the input. */
export async function problemOf(asking: Promise<unknown>) {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return { status: 200 };
  if (!(error instanceof ProblemError)) throw error;
  const { status, detail, errors } = error.problem;
  return { status, detail, at: errors?.[0]?.pointer };
}
