/** So often a batch is halved to find the commits whose contents are missing; a clone that lacks more is left as it is. */
const MOST_TRIES = 100;

/**
 * Reads something of many commits at once. Where that fails for what is missing in the clone, it is tried again in ever smaller
 * halves; a commit of which it is missing has no entry in the end.
 */
export function halving<T>(
  read: (hashes: readonly string[]) => Promise<Map<string, T>>,
  isMissing: (error: unknown) => boolean,
): (hashes: readonly string[]) => Promise<Map<string, T>> {
  let failed = 0;
  const readWhatIsThere = async (hashes: readonly string[]): Promise<Map<string, T>> => {
    if (hashes.length === 0 || failed > MOST_TRIES) return new Map();
    try {
      return await read(hashes);
    } catch (error) {
      if (!isMissing(error)) throw error;
      failed += 1;
      if (hashes.length === 1) return new Map();
      const half = hashes.length >> 1;
      return new Map([
        ...(await readWhatIsThere(hashes.slice(0, half))),
        ...(await readWhatIsThere(hashes.slice(half))),
      ]);
    }
  };
  return readWhatIsThere;
}
