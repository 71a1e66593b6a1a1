import { strToU8, zipSync } from "fflate";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { held } from "./contract.ts";

/** What is held about a person as a zip archive: one JSON file a kind, and a page that says what they are. */
export function archiveOf({ person, at, files }: AnswerOf<typeof held>): Uint8Array {
  const readme = [
    `# What is held about ${person.name}`,
    "",
    `As of ${at}. Each file is a list of JSON objects, in UTF-8.`,
    "",
    ...files.map(({ name, says, rows }) => `- \`${name}.json\` (${rows.length}): ${says}`),
    "",
  ].join("\n");
  const entries = files.map(
    ({ name, rows }) => [`${name}.json`, strToU8(JSON.stringify(rows, null, 2))] as const,
  );
  return zipSync({ "README.md": strToU8(readme), ...Object.fromEntries(entries) });
}
