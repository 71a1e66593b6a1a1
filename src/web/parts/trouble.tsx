import { ProblemError } from "../../platform/http/ask.ts";

/** What the server said about something that did not work; nothing where all is well. */
export function Trouble({ error, except = [] }: { error: unknown; except?: readonly string[] }) {
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem?.errors?.every(({ pointer }) => except.includes(pointer))) return null;
  return (
    <p role="alert" style={{ color: "var(--unusual)", marginBlockStart: 8 }}>
      {problem ? (problem.detail ?? problem.title) : "Septet does not answer. Is it still running?"}
    </p>
  );
}

/** What is wrong with one field, to stand right at it, where its name need not be said again. */
export function troubleAt(pointer: string, error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const detail = error.problem.errors?.find((each) => each.pointer === pointer)?.detail;
  const name = `${pointer.slice(1)}: `;
  if (!detail?.startsWith(name)) return detail;
  const words = detail.slice(name.length);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
