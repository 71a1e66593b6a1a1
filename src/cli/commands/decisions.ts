import pc from "picocolors";
import {
  addDecision,
  type Decision,
  decisionList,
  oneDecision,
  Status,
} from "../../areas/decisions/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import { failField } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

interface ListOptions {
  readonly unit?: string | undefined;
  readonly principles?: boolean | undefined;
}

export async function listDecisionsCommand(
  { ask }: Connection,
  { unit, principles }: ListOptions,
  out: Output,
): Promise<void> {
  const sort = principles ? "principles" : "decisions";
  const found = await ask(decisionList, { ...(unit === undefined ? {} : { unit }), sort });
  out.result(found.decisions, () =>
    found.decisions.length === 0
      ? "No decision is written down here yet. septet decisions new --unit SLUG --title “…” writes one."
      : table(found.decisions.map((one) => [one.id, one.number ?? "", one.title, one.says])),
  );
}

export async function showDecisionCommand({ ask }: Connection, id: string, out: Output): Promise<void> {
  const found = await ask(oneDecision, { id });
  out.result(found, () => pageOf(found).map(harmless).join("\n"));
}

function pageOf(one: Decision): string[] {
  const { title, says, seenBy, body, expects, advice, links, outcomes, shaken } = one;
  return [
    pc.bold(title),
    pc.dim(`${one.unit?.name ?? "Yours"} · ${says} · ${seenBy}`),
    ...(shaken === null ? [] : [`${shaken}. Does it still hold?`]),
    ...(body.trim() === "" ? [] : ["", body.trim()]),
    ...section(
      "Expected",
      expects.map(({ statement, says: stands }) => `${statement} (${stands})`),
    ),
    ...section(
      "Advice",
      advice.map(({ name, says: stands, said }) => `${name}, ${stands}${said === null ? "" : `: ${said}`}`),
    ),
    ...section(
      "With others",
      links.map(({ says: kind, other }) => `${kind} ${other.title}`),
    ),
    ...section(
      "What came of it",
      outcomes.map(
        ({ on, turnedOut, next, words }) => `${on}: ${turnedOut}, ${next}${words === "" ? "" : `. ${words}`}`,
      ),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", pc.bold(title), ...lines.map((text) => `  ${text}`)];

/** What `septet decisions new` takes. */
export interface NewDecisionOptions {
  readonly unit?: string;
  readonly title: string;
  readonly why?: string;
  readonly expect?: string;
  readonly sure?: string;
  readonly by?: string;
  readonly again?: string;
  readonly status?: string;
  readonly kind?: string;
}

export async function newDecisionCommand(
  { ask }: Connection,
  options: NewDecisionOptions,
  out: Output,
): Promise<void> {
  const { unit, title, why, again, kind } = options;
  const added = await ask(addDecision, {
    ...{ title, expects: expectsIn(options) },
    ...(unit === undefined ? {} : { unit }),
    ...(why === undefined ? {} : { why }),
    ...(again === undefined ? {} : { reviewBy: again }),
    ...(kind === undefined ? {} : { kind }),
    ...(options.status === undefined ? {} : { status: statusIn(options.status) }),
  });
  out.result(added, () => `${harmless(added.title)}: ${added.says}. ${pc.dim(added.id)}`);
}

function expectsIn({ expect, sure, by }: NewDecisionOptions) {
  if (expect === undefined) {
    if (sure !== undefined || by !== undefined) failField("/expect", "Say what is expected, with --expect.");
    return [];
  }
  if (by === undefined)
    return failField("/by", "Say on which day it can be told, with --by, like 2027-03-01.");
  if (!DAY.test(by)) failField("/by", `--by is a day like 2027-03-01, not “${by}”.`);
  return [{ statement: expect, resolveBy: by, sure: sure === undefined ? null : percentageIn(sure) }];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function percentageIn(text: string): number {
  const percentage = Number(text.replace(/\s*%$/, ""));
  if (!(percentage >= 0 && percentage <= 100))
    failField("/sure", `--sure is a percentage from 0 to 100, not “${text}”.`);
  return percentage;
}

const statusIn = (text: string): Status =>
  Status.safeParse(text).data ??
  failField("/status", `“${text}” is none of these: ${Status.options.join(", ")}.`);
