import pc from "picocolors";
import { harmless } from "../../core/plain-text.ts";
import { digest } from "../../core/reminders/digest-contract.ts";
import { groupsOf, titleOf } from "../../core/reminders/digest-groups.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function digestCommand({ ask }: Connection, out: Output): Promise<void> {
  const it = await ask(digest, {});
  out.result(it, () =>
    it.sections.length === 0
      ? `Nothing came back and nothing changed since ${it.since.slice(0, 10)}.`
      : it.sections.map(inLines).join("\n\n"),
  );
}

const inLines = (section: Parameters<typeof titleOf>[0] & Parameters<typeof groupsOf>[0]): string =>
  [
    pc.bold(harmless(titleOf(section))),
    ...groupsOf(section).flatMap(({ title, lines }) => [
      ...(title === "" ? [] : [pc.dim(title)]),
      ...lines.map((line) => `  ${harmless(line.title)}\n  ${pc.dim(harmless(line.text))}`),
    ]),
  ].join("\n");
