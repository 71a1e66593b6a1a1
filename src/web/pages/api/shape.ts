import type { OpenApi, Schema } from "./operations.ts";

const DEEPEST = 8;

/** A schema as people write types: `{ name: text, n: whole number or null }`, a property a line. */
export function shapeText(schema: Schema, document: OpenApi, depth = 0): string {
  const it = resolved(schema, document);
  if (it.anyOf) return [...new Set(it.anyOf.map((each) => shapeText(each, document, depth)))].join(" or ");
  if (it.enum) return it.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (it.const !== undefined) return JSON.stringify(it.const);
  if (it.properties) return depth > DEEPEST ? "{ … }" : objectText(it, document, depth);
  if (it.items) return `list of ${shapeText(it.items, document, depth)}`;
  return [it.type]
    .flat()
    .map((type) => simpleText(type, it.format))
    .join(" or ");
}

function objectText({ properties = {}, required = [] }: Schema, document: OpenApi, depth: number): string {
  const names = Object.entries(properties);
  if (names.length === 0) return "{}";
  const inset = "  ".repeat(depth + 1);
  const lines = names.map(
    ([name, each]) =>
      `${inset}${name}${required.includes(name) ? "" : "?"}: ${shapeText(each, document, depth + 1)}`,
  );
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

const words: Record<string, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  null: "null",
};

function simpleText(type: string | undefined, format: string | undefined): string {
  if (type === "string" && format) return format === "date-time" ? "time" : format;
  return type === undefined ? "anything" : (words[type] ?? type);
}

function resolved(schema: Schema, { components }: OpenApi): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return (name && components?.schemas?.[name]) || schema;
}
