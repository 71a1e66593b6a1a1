import { failField } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit, type Told } from "../../audit/store.ts";
import { answerOf, countsOf } from "../answer.ts";
import { ownersIn, type Suggested } from "../codeowners.ts";
import type { ImportAnswer, ImportFile } from "../contract.ts";
import type { Directory } from "../directory.ts";
import { type Importing, type Planned, printOf } from "../plan-import.ts";
import type { Planner } from "../program/planner.ts";
import { toldOf } from "../told.ts";
import { carryOut } from "./carry-out.ts";
import { readClaimedGroups, readDirectory } from "./directory.ts";
import { changedMeanwhile } from "./rows.ts";

/** A preview, or what applies it; `print` is the preview's, so that what is applied is what was shown. */
export interface Wish {
  readonly apply: boolean;
  readonly print?: string | undefined;
}

/** Imports as one person asks for them. */
export interface Imports {
  files(from: "catalog" | "people", files: readonly ImportFile[], wish: Wish): Promise<ImportAnswer>;
  groups(wish: Wish): Promise<ImportAnswer>;
  owners(component: string, file: ImportFile): Promise<Suggested>;
}

/** Reads and writes as one person, under their policies. Nothing is planned while a transaction is open. */
export function importsOf(state: StateDb, me: string, { plan }: Planner): Imports {
  const imported = async (importing: Importing, directory: Directory, wish: Wish): Promise<ImportAnswer> => {
    const planned = await plan({ importing, directory, me });
    if (wish.print !== undefined && wish.print !== planned.print) changedMeanwhile();
    if (!wish.apply) return answerOf(planned, { applied: false });
    await state.as(me, (tx) => applied(tx, me, { planned, directory, from: importing.from }));
    return answerOf(planned, { applied: true });
  };
  return {
    files: async (from, files, wish) =>
      imported({ from, files: named(files) }, await state.as(me, readDirectory), wish),
    groups: async (wish) => {
      const { directory, claimed } = await state.as(me, async (tx) => ({
        directory: await readDirectory(tx),
        claimed: await readClaimedGroups(tx),
      }));
      return imported({ from: "groups", claimed }, directory, wish);
    },
    owners: async (of, file) => {
      const directory = await state.as(me, readDirectory);
      if (!directory.components.some(({ name }) => name === of))
        failField("/component", `There is no component “${of}”. Import its repository first.`);
      return ownersIn(file, directory);
    },
  };
}

/** What is read from a file is marked with its name, so that two of one name would be taken for one. */
function named(files: readonly ImportFile[]): readonly ImportFile[] {
  const names = new Set<string>();
  for (const { name } of files) {
    if (names.has(name)) failField("/files", `Two files have the name “${name}”.`);
    names.add(name);
  }
  return files;
}

interface Applying {
  readonly planned: Planned;
  readonly directory: Directory;
  readonly from: string;
}

async function applied(tx: Tx, me: string, { planned: { plan }, directory, from }: Applying): Promise<void> {
  if (printOf(await readDirectory(tx)) !== printOf(directory)) changedMeanwhile();
  if (plan.changes.length === 0) return;
  await carryOut(tx, plan);
  await recordInParts(tx, me, toldOf(plan, directory, { from, counts: countsOf(plan.changes) }));
}

/** As many entries as one statement takes, far from the 65,535 values that it may have. */
const PART = 2_000;

async function recordInParts(tx: Tx, me: string, told: readonly Told[]): Promise<void> {
  for (let at = 0; at < told.length; at += PART) await recordAudit(tx, me, ...told.slice(at, at + PART));
}
