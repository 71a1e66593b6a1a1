import type { SourceFile } from "./ours.ts";

/** A table and the module whose `tables.ts` declares it; the module is the folder's name. */
export interface Declared {
  readonly table: string;
  readonly module: string;
}

/** The platform's own bookkeeping, and the schema of pg-boss, which belongs to no module. */
const bookkeeping = /^(septet_|pgboss\.)/;

export function declaredIn({ path, source }: SourceFile): Declared[] {
  const module = path.split("/").at(-2) ?? "";
  return [...source.matchAll(/\bpgTable\(\s*["'`]([^"'`]+)["'`]/g)].map(([, table = ""]) => ({
    table,
    module,
  }));
}

/** Tables that a migration makes, and in the events store views too, as queries read them alike. */
export function createdIn({ source }: SourceFile): string[] {
  const plain = source.replace(/--.*$/gm, "");
  const makes =
    /\bcreate\s+(?:unlogged\s+)?(?:materialized\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?([\w."%]+)/gi;
  return [...plain.matchAll(makes)]
    .map(([, table = ""]) =>
      table
        .replaceAll('"', "")
        .toLowerCase()
        .replace(/^public\./, ""),
    )
    .filter((table) => !bookkeeping.test(table));
}

export function withoutPrefix(declared: readonly Declared[]): string[] {
  return declared
    .filter(({ table, module }) => !table.startsWith(`${module.replaceAll("-", "_")}_`))
    .map(({ table, module }) => `${table} is of ${module}, so it would be ${module.replaceAll("-", "_")}_…`);
}

/** Tables that more than one module declares, or one twice. */
export function shared(declared: readonly Declared[]): string[] {
  const tables = declared.map(({ table }) => table);
  return [...new Set(tables.filter((table, at) => tables.indexOf(table) !== at))];
}

/** Tables of the state store that a migration makes and no module declares, or the other way round. */
export function oneSided(declared: readonly Declared[], created: readonly string[]): string[] {
  const tables = declared.map(({ table }) => table);
  return [
    ...created.filter((table) => !tables.includes(table)).map((table) => `${table} is declared nowhere`),
    ...tables.filter((table) => !created.includes(table)).map((table) => `${table} is never created`),
  ];
}
