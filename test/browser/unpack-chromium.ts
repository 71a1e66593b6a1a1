import { execFileSync } from "node:child_process";

const unpack = `
  const { default: chromium } = await import("@sparticuz/chromium");
  await chromium.executablePath();
`;

/**
 * Unpacks Chromium once, before two test files do so at the same time and one starts what the other is still writing.
 * In a process of its own, as the package changes the environment.
 */
export function setup(): void {
  execFileSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: import.meta.dirname,
    env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME ?? "nodejs22.x" },
  });
}
