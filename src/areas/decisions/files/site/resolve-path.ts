/** Where a link in a file leads, from the same folder down as its own path; null where it leads out of it. */
export function resolvePath(from: string, href: string): string | null {
  const [bare = ""] = href.split(/[?#]/);
  const steps = from.split("/").slice(0, -1);
  for (const step of decoded(bare).split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
