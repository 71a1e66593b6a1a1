import { strToU8, zipSync } from "fflate";
import type { AreaContext } from "../../../core/area.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { RecordFile } from "../record/shape.ts";
import { unpacked } from "./archive.ts";
import { archiveFiles } from "./archive-files.ts";
import {
  changeSource,
  chooseSide,
  decisionFile,
  exportRecords,
  importRecords,
  recordSources,
  recordsBranch,
  recordsPatch,
} from "./contract.ts";
import { isWanted, MOST_BYTES, tooLarge } from "./limits.ts";
import { siteOf } from "./site/site.ts";
import { siteRecord } from "./site/site-record.ts";
import { readChoice, shownFile } from "./store/choosing.ts";
import { patchFor, writeBranchOf } from "./store/giving-back.ts";
import { importInto } from "./store/importing.ts";
import { filesOf } from "./store/repositories.ts";
import { componentsOf, ownUnit, readSources, setTwoWay, type Wanted } from "./store/sources.ts";
import { wholeDecisions } from "./store/whole.ts";

/** Whose a decision is decides, which the database knows: others do not see that it is there. */
const everyone = () => true;

const me = ({ actor }: AreaContext): string => actor.person;

export const fileRoutes: readonly Route<AreaContext>[] = [
  answer(importRecords, {
    allow: everyone,
    handle: async (context: AreaContext, { slug, preview, ...given }) => {
      const { unit } = await context.as((tx) => ownUnit(tx, me(context), slug));
      if (unit.archived)
        failField("/slug", `${unit.name} is archived. Nothing is brought in there any more.`, "conflict");
      const { wanted, files } = await incoming(context, unit.id, given);
      const now = context.clock.now();
      return context.as(async (tx) => {
        const own = await ownUnit(tx, me(context), slug);
        return importInto(tx, { ...own, wanted, files, preview, now });
      });
    },
  }),
  answer(recordSources, {
    allow: everyone,
    handle: async (context: AreaContext, { slug }) => {
      const { sources, owned } = await context.as(async (tx) => {
        const { unit } = await ownUnit(tx, me(context), slug);
        return { sources: await readSources(tx, unit.id), owned: await componentsOf(tx, unit.id) };
      });
      return { sources, repositories: await thoseRead(context, owned) };
    },
  }),
  answer(changeSource, {
    allow: everyone,
    handle: async (context: AreaContext, { slug, id, twoWay }) => {
      await context.as(async (tx) => {
        const { unit } = await ownUnit(tx, me(context), slug);
        await setTwoWay(tx, unit.id, { id, twoWay });
      });
      return { twoWay };
    },
  }),
  answer(decisionFile, {
    allow: everyone,
    handle: (context: AreaContext, { id }) => context.as((tx) => shownFile(tx, me(context), id)),
  }),
  answer(chooseSide, {
    allow: everyone,
    handle: async (context: AreaContext, { id, holds }) => {
      await context.as((tx) => readChoice(tx, me(context), { id, holds, now: context.clock.now() }));
      return { holds };
    },
  }),
  answer(recordsPatch, {
    allow: everyone,
    handle: (context: AreaContext, asked) => patchFor(context, asked),
  }),
  answer(recordsBranch, {
    allow: everyone,
    handle: (context: AreaContext, asked) => writeBranchOf(context, asked),
  }),
  answer(exportRecords, {
    allow: everyone,
    handle: async (context: AreaContext, { slug, as }) => {
      const { unit, all } = await wholeDecisions(context, slug);
      const day = dayAt(context.clock.now(), "UTC").toString();
      const files =
        as === "madr"
          ? archiveFiles(all)
          : siteOf({
              name: unit.name,
              day,
              records: all.map(({ shown, path }) => siteRecord(shown, path)).toReversed(),
            });
      const entries = [...files].map(([path, content]): [string, Uint8Array] => [
        path,
        typeof content === "string" ? strToU8(content) : content,
      ]);
      const archive = zipSync(Object.fromEntries(entries));
      return {
        name: `${slug}-decisions-${as}-${day}.zip`,
        archive: Buffer.from(archive).toString("base64"),
        records: all.length,
      };
    },
  }),
];

/** Of what a team owns, what is a repository that is read. */
async function thoseRead(context: AreaContext, owned: readonly string[]): Promise<string[]> {
  const known = new Set(await context.repositories());
  return owned.filter((name) => known.has(name));
}

interface Given {
  readonly name?: string | undefined;
  readonly files?: readonly { readonly path: string; readonly base64: string }[] | undefined;
  readonly archive?: string | undefined;
  readonly git?: { readonly repository: string; readonly folder?: string | undefined } | undefined;
}

async function incoming(
  context: AreaContext,
  unit: string,
  { name, files, archive, git }: Given,
): Promise<{ wanted: Wanted; files: readonly RecordFile[] }> {
  if ([files, archive, git].filter((one) => one !== undefined).length !== 1)
    failField("/files", "Give the files, an archive, or a repository: one of the three.");
  if (git) return filesOf(context, unit, git);
  if (name === undefined)
    return failField("/name", "Say what the folder or archive is called, so that it is known again.");
  const kind = archive === undefined ? ("folder" as const) : ("archive" as const);
  const found = archive === undefined ? decoded(files ?? []) : await unpacked(bytesIn(archive));
  return { wanted: { kind, name, component: null, folder: null, tree: null }, files: found };
}

const bytesIn = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

function decoded(files: NonNullable<Given["files"]>): RecordFile[] {
  const found = files
    .filter(({ path }) => isWanted(path))
    .map(({ path, base64 }) => ({ path, bytes: bytesIn(base64) }));
  if (found.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES)
    failField("/files", tooLarge, "too_large");
  return found;
}
