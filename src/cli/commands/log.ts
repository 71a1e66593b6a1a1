import pc from "picocolors";
import { audit, type Entry } from "../../core/audit/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

/** As many as one looks through. */
const MOST = 200;

export async function logCommand(
  { ask }: Connection,
  { unit }: { unit?: string | undefined },
  out: Output,
): Promise<void> {
  const { entries, total } = await ask(audit, { limit: MOST, ...(unit === undefined ? {} : { unit }) });
  out.result({ entries, total }, () =>
    entries.length === 0 ? "Nothing yet." : entries.map((one) => harmless(line(one))).join("\n"),
  );
}

function line({ at, actor, words, aboutPerson, aboutUnit }: Entry): string {
  const about = [aboutPerson?.name, aboutUnit?.name].filter(Boolean).join(", ");
  return `${pc.dim(at.slice(0, 16).replace("T", " "))}  ${actor?.name ?? "Septet"} ${words}${about && pc.dim(`  (${about})`)}`;
}
