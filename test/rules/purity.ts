import ts from "typescript";
import type { SourceFile } from "./ours.ts";

const impureName = /\/((tables|store|routes|jobs|program|index)\.ts$|(store|program|ui)\/)/;
const test = /\.test\.tsx?$|\/(testing|conformance|testing-[a-z-]+|[a-z-]+-conformance)\.ts$|\/testing\//;

/** Whether the name of a file promises that it is pure. */
export const claimsPurity = (path: string): boolean =>
  /^src\/(core|areas)\//.test(path) && !impureName.test(path) && !test.test(path);

/** What answers otherwise each time it is asked, or reaches outside; as a member, or as a name that is called. */
const members = new Set([
  "Date.now",
  "Math.random",
  "performance.now",
  "performance.timeOrigin",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "Temporal.Now",
]);
const calls = new Set([
  "Date",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
  "randomUUID",
  "randomBytes",
  "randomInt",
]);
const globals = new Set(["process", "globalThis", "console", "localStorage", "document", "window"]);

/** Where a file that claims to be pure is not: `line: what`, in order. */
export function impurities({ path, source }: SourceFile): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const what = impurity(node);
    if (what) found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function impurity(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return impureMember(node);
  if (ts.isNewExpression(node)) return impureDate(node);
  if (ts.isCallExpression(node)) return impureCall(node);
  return null;
}

function impureMember(node: ts.PropertyAccessExpression): string | null {
  const object = node.expression.getText();
  const name = `${object}.${node.name.text}`;
  return members.has(name) || globals.has(object) ? name : null;
}

/** A date of a given moment is pure; a date of no moment is now. */
function impureDate(node: ts.NewExpression): string | null {
  return node.expression.getText() === "Date" && !node.arguments?.length ? "new Date()" : null;
}

function impureCall(node: ts.CallExpression): string | null {
  const name = node.expression.getText();
  return ts.isIdentifier(node.expression) && calls.has(name) ? `${name}()` : null;
}
