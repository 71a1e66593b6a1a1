import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

/**
 * `node bin/complete-lock.mjs`: adds to the lock file what npm left out because the registry at hand did not have it:
 * optional packages for other platforms. Without them `npm ci` fails on those, and with npm 11 everywhere.
 */
export function missingFrom(lock) {
  const paths = Object.keys(lock.packages);
  return paths.flatMap((path) => {
    const { dependencies, optionalDependencies, dev } = lock.packages[path];
    return Object.entries({ ...dependencies, ...optionalDependencies })
      .filter(([name]) => !places(path, name).some((place) => place in lock.packages))
      .map(([name, version]) => {
        const optional = name in (optionalDependencies ?? {});
        return { name, version, optional, dev, by: path };
      });
  });
}

/** Where Node would look for a package that the one at `path` asks for, nearest first. */
function places(path, name) {
  const steps = path.split("/node_modules/");
  const above = steps.map((_, at) => steps.slice(0, steps.length - at).join("/node_modules/"));
  return [
    ...above.filter((place) => place !== "").map((place) => `${place}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

const systems = ["aix", "android", "darwin", "freebsd", "linux", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];
const libraries = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** An entry as npm would write it: such packages say in their names where they run. */
function entryFor({ name, version, dev }) {
  const words = name.split("/").at(-1).split("-");
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`${name} does not say where it runs: add it by hand.`);
  const libc = words.flatMap((word) => libraries[word] ?? []);
  return { version, cpu, ...(dev && { dev }), ...(libc.length > 0 && { libc }), optional: true, os };
}

function complete(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingFrom(lock);
  for (const one of missing) {
    if (!one.optional) throw new Error(`${one.name}, needed by ${one.by}, is missing: run npm install.`);
    lock.packages[`node_modules/${one.name}`] = entryFor(one);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  process.stdout.write(`${missing.length} added\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) complete(join(root, "package-lock.json"));
