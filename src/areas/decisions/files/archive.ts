import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { extract } from "tar-stream";
import { fail } from "../../../platform/errors.ts";
import type { RecordFile } from "../record/shape.ts";
import { isWanted, MOST_BYTES, MOST_FILES, tooLarge, tooMany } from "./limits.ts";

/** An archive that unpacks to more than this, of whatever files, is not read to its end: 512 MiB. */
const MOST_UNPACKED = 512 * 1024 * 1024;

/** Entries beyond this are not walked through. */
const MOST_ENTRIES = 200_000;

/** So much is taken in at once; deflate makes at most about a thousand times as much of it. */
const PIECE = 16 * 1024;

const broken = "The archive cannot be read. It is a zip file, or a tar file with or without gzip.";

/** The Markdown files of a zip or a tar archive, without the one folder that all of them are in. */
export async function unpacked(bytes: Uint8Array): Promise<RecordFile[]> {
  const [first, second] = bytes;
  const zip = first === 0x50 && second === 0x4b;
  const files = zip ? unzipped(bytes) : await untarred(bytes, first === 0x1f && second === 0x8b);
  return withoutTop(files);
}

function taker() {
  const files: RecordFile[] = [];
  let [entries, wanted, all] = [0, 0, 0];
  return {
    files,
    entry: () => {
      entries += 1;
      if (entries > MOST_ENTRIES) fail("too_large", "The archive has too many entries.");
    },
    count: (size: number, isKept: boolean) => {
      all += size;
      if (isKept) wanted += size;
      if (wanted > MOST_BYTES) fail("too_large", tooLarge);
      if (all > MOST_UNPACKED)
        fail("too_large", "The archive unpacks to too much: give the folder of the records alone.");
    },
    keep: (path: string, chunks: readonly Uint8Array[]) => {
      if (files.length >= MOST_FILES) fail("too_large", tooMany);
      files.push({ path, bytes: new Uint8Array(Buffer.concat(chunks)) });
    },
  };
}

/** Read as a stream, so that what an entry says of its own size is not believed. */
function unzipped(bytes: Uint8Array): RecordFile[] {
  const { files, entry, count, keep } = taker();
  const unzip = new Unzip((file) => {
    entry();
    if (file.name.endsWith("/") || !isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      count(chunk.length, true);
      chunks.push(chunk.slice());
      if (final) keep(file.name, chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  return sound(() => {
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    return files;
  });
}

function sound<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isOurs(error) ? error : unreadable();
  }
}

const isOurs = (error: unknown): boolean => error instanceof Error && error.name === "Failure";

function unreadable(): unknown {
  try {
    return fail("not_readable", broken);
  } catch (failure) {
    return failure;
  }
}

async function untarred(bytes: Uint8Array, zipped: boolean): Promise<RecordFile[]> {
  const { files, entry, count, keep } = taker();
  const tar = extract();
  const whole = Readable.from(pieces(bytes));
  const source = zipped ? whole.pipe(createGunzip()) : whole;
  source.on("error", (error) => tar.destroy(error));
  source.pipe(tar);
  let any = 0;
  try {
    for await (const one of tar) {
      any += 1;
      entry();
      const { name, type } = one.header;
      const isKept = type === "file" && isWanted(name);
      const chunks: Uint8Array[] = [];
      for await (const chunk of one as AsyncIterable<Uint8Array>) {
        count(chunk.length, isKept);
        if (isKept) chunks.push(chunk);
      }
      if (isKept) keep(name.replace(/^\.\//, ""), chunks);
    }
  } catch (error) {
    source.destroy();
    throw isOurs(error) ? error : unreadable();
  }
  if (any === 0) fail("not_readable", broken);
  return files;
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Hosts put all into a folder that is called after the commit: a path must stay the same from one archive to the next. */
function withoutTop(files: readonly RecordFile[]): RecordFile[] {
  const tops = new Set(
    files.map(({ path }) => (path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : "")),
  );
  const [top = ""] = tops;
  if (tops.size !== 1 || top === "" || top === "../") return [...files];
  return files.map(({ path, bytes }) => ({ path: path.slice(top.length), bytes }));
}
