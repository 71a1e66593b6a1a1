import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { orSaySorry, Sorry } from "./say.mjs";

/** `npm run new:area NAME`: a new area in the shape that all areas have. */
await orSaySorry(() => newArea(process.argv[2] ?? ""));

function newArea(name) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
    throw new Sorry("Name the area in lower case, like this:  npm run new:area decisions");
  }
  const folder = join(root, "src", "areas", name);
  if (existsSync(folder)) throw new Sorry(`There is an area “${name}” already: src/areas/${name}`);
  cpSync(join(root, "bin", "new-area"), folder, { recursive: true });
  for (const file of globSync("**/*.*", { cwd: folder })) rewrite(join(folder, file), name);
  process.stdout.write(`${nextSteps(name)}\n`);
}

/** In the templates the area is called example: in addresses, in names of values and in titles. */
function rewrite(file, name) {
  const value = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const title = `${name[0].toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
  const text = readFileSync(file, "utf8")
    .replaceAll(/(["/])example(?=")/g, `$1${name}`)
    .replaceAll(/\bexample/g, value)
    .replaceAll(/\bExample\b/g, title);
  writeFileSync(file, text);
}

function nextSteps(name) {
  return [
    `src/areas/${name} is there. Now`,
    "  1. write its question into README.md and index.ts,",
    "  2. give it its line in src/areas.ts, and in src/web/areas.ts for its pages,",
    "  3. npm run check && npm test",
  ].join("\n");
}
