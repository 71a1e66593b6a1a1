import { unzipSync } from "fflate";
import * as decisions from "../../../src/areas/decisions/contract.ts";
import { type Attempt, members, trying } from "./attempt.ts";
import type { RouteWorld } from "./world.ts";

const payments = { slug: "payments" };
const record = "# 1. Keep it\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nSo.\n";
const files = [{ path: "0001-keep-it.md", base64: Buffer.from(record).toString("base64") }];
let folders = 0;

/** A folder of Payments' with one record, which is another one each time. */
async function brought({ browser }: RouteWorld) {
  folders += 1;
  const ann = browser("member");
  await ann(decisions.importRecords, { ...payments, name: `folder ${folders}`, files });
  const { sources } = await ann(decisions.recordSources, payments);
  const source = sources.find(({ name }) => name === `folder ${folders}`);
  const { decisions: all } = await ann(decisions.decisionList, { unit: "payments" });
  const path = "0001-keep-it.md";
  return { source: source?.id as string, id: all.find((one) => one.path === path)?.id as string };
}

/** Records as files: those who belong to the team see to them, and others do not learn that they are there. */
export const records: readonly Attempt[] = [
  trying(decisions.importRecords, {
    takes: "admin",
    input: { ...payments, name: "preview", files, preview: true },
    sees: ({ counts }) => `${counts.added} new`,
    heard: { member: "ok 1 new", others: "403" },
  }),
  trying(decisions.recordSources, { takes: "read", input: payments, heard: members }),
  trying(decisions.changeSource, {
    takes: "admin",
    input: async (world) => ({ ...payments, id: (await brought(world)).source, twoWay: true }),
    heard: members,
  }),
  trying(decisions.decisionFile, {
    takes: "read",
    input: async (world) => ({ id: (await brought(world)).id }),
    heard: { member: "ok", others: "404" },
  }),
  // Nothing differs: whose it is hears that, and others that there is no such decision.
  trying(decisions.chooseSide, {
    takes: "admin",
    input: async (world) => ({ id: (await brought(world)).id, holds: "here" as const }),
    heard: { member: "409", others: "404" },
  }),
  trying(decisions.recordsPatch, {
    takes: "read",
    input: async (world) => ({ ...payments, source: (await brought(world)).source }),
    heard: members,
  }),
  // These files are in no repository.
  trying(decisions.recordsBranch, {
    takes: "admin",
    input: async (world) => ({ ...payments, source: (await brought(world)).source, branch: "from-septet" }),
    heard: { member: "409", others: "403" },
  }),
  trying(decisions.exportRecords, {
    takes: "read",
    input: (world) => brought(world).then(() => payments),
    sees: ({ archive }) => ("0001-keep-it.md" in unzipSync(Buffer.from(archive, "base64")) ? "sees" : ""),
    heard: { member: "ok sees", others: "ok " },
  }),
];
