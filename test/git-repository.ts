import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";

/** Seconds since the epoch of a moment: `at("2024-03-01 12:00")`. */
export const at = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}Z`) / 1000;

export interface CommitOptions {
  /** The branch that it is made on and that it moves; its last commit is the parent where none are given. */
  readonly on?: string;
  readonly parents?: readonly string[];
  /** Committer time in seconds, or what stands there instead of a date; an hour after the last one if not given. */
  readonly at?: number | string;
  /** Author time, else the same. */
  readonly authored?: number | string;
  readonly author?: string | Buffer;
  readonly committer?: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Header lines of its own, such as `encoding ISO-8859-1`. */
  readonly header?: string;
}

/**
 * A real repository in a temporary folder. Objects are written as they are told, byte by byte, so that a test can also
 * make what git would refuse: absurd dates, broken encodings, NUL. All of it is at once there, with its hash.
 */
export function gitRepository({
  name = "ledger",
  bare = false,
  inside = mkdtempSync(join(tmpdir(), "septet-git-")),
} = {}) {
  const path = join(inside, name);
  mkdirSync(path, { recursive: true });
  execFileSync("git", ["init", "-q", ...(bare ? ["--bare"] : []), path]);
  const store = bare ? path : join(path, ".git");
  writeFileSync(join(store, "HEAD"), "ref: refs/heads/main\n");
  const trees = new Map<string, Readonly<Record<string, string>>>();
  let clock = at("2024-01-01 00:00");

  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: path, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

  const fileOf = (hash: string): string => join(store, "objects", hash.slice(0, 2), hash.slice(2));

  const write = (kind: string, content: Buffer): string => {
    const object = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
    const hash = createHash("sha1").update(object).digest("hex");
    const file = fileOf(hash);
    if (existsSync(file)) return hash;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, deflateSync(object, { level: 1 }));
    return hash;
  };

  const blob = (content: string | Buffer): string => write("blob", Buffer.from(content as string));

  /** Folders are trees of their own. */
  const tree = (files: Readonly<Record<string, string>>): string => {
    const folders = new Map<string, Record<string, string>>();
    const entries: { sorts: string; mode: string; name: string; hash: string }[] = [];
    for (const [file, hash] of Object.entries(files)) {
      const end = file.indexOf("/");
      const [folder, rest] = [file.slice(0, end), file.slice(end + 1)];
      if (end < 0) entries.push({ sorts: file, mode: "100644", name: file, hash });
      else folders.set(folder, Object.assign(folders.get(folder) ?? {}, { [rest]: hash }));
    }
    for (const [name, inside] of folders)
      entries.push({ sorts: `${name}/`, mode: "40000", name, hash: tree(inside) });
    entries.sort((one, other) => Buffer.compare(Buffer.from(one.sorts), Buffer.from(other.sorts)));
    return write(
      "tree",
      Buffer.concat(
        entries.flatMap(({ mode, name, hash }) => [
          Buffer.from(`${mode} ${name}\0`),
          Buffer.from(hash, "hex"),
        ]),
      ),
    );
  };

  const ref = (full: string, hash: string | null): void => {
    const file = join(store, full);
    rmSync(file, { force: true });
    if (hash === null) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${hash}\n`);
  };

  const head = (branch = "main"): string | null => {
    const file = join(store, "refs/heads", branch);
    return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
  };

  const commit = (message: string | Buffer, options: CommitOptions = {}): string => {
    const {
      on = "main",
      author = "Ann <ann@acme.test>",
      committer = "Ann <ann@acme.test>",
      header,
    } = options;
    const parents = options.parents ?? [head(on) ?? []].flat();
    const time = options.at ?? clock + 3600;
    if (typeof time === "number") clock = time;
    const before = trees.get(parents[0] ?? "") ?? {};
    const added = options.files ?? { [`file-${trees.size}.txt`]: `one\ntwo ${trees.size}\n` };
    const files = {
      ...before,
      ...Object.fromEntries(Object.entries(added).map(([file, content]) => [file, blob(content)])),
    };
    const hash = write(
      "commit",
      Buffer.concat([
        Buffer.from(`tree ${tree(files)}\n${parents.map((parent) => `parent ${parent}\n`).join("")}author `),
        Buffer.from(author as string),
        Buffer.from(
          ` ${options.authored ?? time} +0000\ncommitter ${committer} ${time} +0000\n${header ? `${header}\n` : ""}\n`,
        ),
        Buffer.from(message as string),
      ]),
    );
    trees.set(hash, files);
    ref(`refs/heads/${on}`, hash);
    return hash;
  };

  const merge = (
    from: readonly string[],
    options: CommitOptions & { readonly message?: string } = {},
  ): string => {
    const into = head(options.on) as string;
    const others = from.map((one) => head(one) ?? one);
    return commit(options.message ?? `Merge ${from.join(", ")}`, {
      files: {},
      ...options,
      parents: [into, ...others],
    });
  };

  const tagObject = (
    name: string,
    { of, kind = "commit", at: time }: { of: string; kind?: string; at: number | string | null },
  ): string => {
    const tagger = time === null ? "" : `tagger Ann <ann@acme.test> ${time} +0000\n`;
    return write("tag", Buffer.from(`object ${of}\ntype ${kind}\ntag ${name}\n${tagger}\n${name}\n`));
  };

  /** A lightweight tag, or with a time an annotated one. */
  const tag = (
    name: string,
    { of = head() as string, at: time }: { of?: string; at?: number | string } = {},
  ): string => {
    if (typeof time === "number") clock = Math.max(clock, time);
    ref(`refs/tags/${name}`, time === undefined ? of : tagObject(name, { of, at: time }));
    return of;
  };

  return {
    path,
    store,
    git,
    blob,
    commit,
    merge,
    tag,
    tagObject,
    ref,
    head,
    /** The seconds of the last commit. */
    now: () => clock,
    /** Takes an object away, as a damaged disk does. */
    lose: (hash: string) => rmSync(fileOf(hash)),
    remove: () => rmSync(inside, { recursive: true, force: true }),
  };
}

export type GitRepository = ReturnType<typeof gitRepository>;
