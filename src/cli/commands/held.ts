import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { archiveOf } from "../../core/held/archive.ts";
import { erase, held } from "../../core/held/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import { Failure } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

/** Only who writes it may read it. */
const PRIVATE = 0o600;

export async function exportCommand(
  { ask }: Connection,
  { out: file }: { out: string },
  out: Output,
): Promise<void> {
  const answered = await ask(held, {});
  const path = resolve(file);
  await writeFile(path, archiveOf(answered), { mode: PRIVATE }).catch((cause: Error) => {
    throw new Failure("not_readable", { detail: `${path} could not be written: ${cause.message}`, cause });
  });
  const files = answered.files.map(({ name, rows }) => ({ name, rows: rows.length }));
  out.result({ person: answered.person, file: path, files }, () =>
    [
      harmless(`All that is held about ${answered.person.name} is in ${path}:`),
      ...files.map(({ name, rows }) => `  ${name}.json  ${rows}`),
    ].join("\n"),
  );
}

export async function eraseCommand(
  { ask }: Connection,
  { person, yes = false }: { person: string; yes?: boolean | undefined },
  out: Output,
): Promise<void> {
  if (!yes)
    throw new Failure("bad_input", { detail: "Erasing cannot be taken back. Say --yes if you mean it." });
  await ask(erase, { id: person });
  out.result({ erased: person }, () => "Erased. What they did stays, and is nobody’s.");
}
