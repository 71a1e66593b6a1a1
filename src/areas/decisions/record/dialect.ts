import type { Body } from "./body.ts";
import type { Detail, Field } from "./details.ts";
import { dayInName } from "./file-name.ts";
import { keysOf } from "./front-matter.ts";
import type { Dialect } from "./shape.ts";

const STRUCTURED = ["category", "technologies", "audience", "created", "updated", "project"];

/** Which tradition a record follows, by what it alone writes. */
export function dialectOf(body: Body, details: ReadonlyMap<Field, Detail>): Dialect {
  const keys = keysOf(body.front);
  const has = (...names: string[]) => names.some((name) => keys.includes(name));
  if (has("type") && STRUCTURED.some((name) => has(name))) return "structured-madr";
  const status = body.chapters.some(({ kind }) => kind === "status");
  if (status) return body.chapters.some(({ kind }) => kind === "decision") ? "nygard" : "free-hand";
  if (has("decision-makers")) return "madr-4";
  if (has("deciders")) return "madr-3";
  const bulleted = ["status", "date", "deciders"].some((field) =>
    details.get(field as Field)?.bullet?.trim(),
  );
  if (bulleted) return details.has("tags") || dayInName(body.path) !== null ? "log4brains" : "madr-2";
  return byHeadings(body, has("status", "date", "consulted", "informed"));
}

function byHeadings({ chapters }: Body, fields: boolean): Dialect {
  const headed = (words: RegExp) => chapters.some(({ heading }) => words.test(heading));
  const madr = headed(/^context and problem statement$/i) || headed(/^decision outcome$/i);
  if (!madr && !fields) return headed(/^context$/i) && headed(/^decision$/i) ? "nygard" : "free-hand";
  if (headed(/^validation$/i)) return "madr-3";
  if (headed(/^(positive|negative) consequences$/i) || (!fields && headed(/^links$/i))) return "madr-2";
  return "madr-4";
}
