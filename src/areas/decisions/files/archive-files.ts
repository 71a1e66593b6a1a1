/** Files of all places by their paths; of two that have the same one, the second gets a name of its own. */
export function archiveFiles(
  all: readonly { readonly path: string; readonly after: Uint8Array }[],
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const { path, after } of all) {
    let name = path;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1)
      name = path.replace(/(\.[^./]+)?$/, `-${copy}$1`);
    taken.add(name.toLowerCase());
    files.set(name, after);
  }
  return files;
}
