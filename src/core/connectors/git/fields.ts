/** Longer than any message that a person wrote; what goes beyond is dropped, so that no single record fills the memory. */
const LONGEST = 1 << 20;

/**
 * Cuts a stream of bytes at one byte value, which ends each field, and decodes the fields as UTF-8; what is no UTF-8
 * becomes U+FFFD. With `null` nothing is cut or dropped. Gives all the fields that end in one chunk together.
 */
export async function* splitFields(
  chunks: AsyncIterable<Buffer>,
  cut: number | null,
): AsyncGenerator<string[], void> {
  let begun: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    const room = cut === null ? part.length : LONGEST - length;
    if (room > 0 && part.length > 0) begun.push(part.subarray(0, room));
    length += part.length;
  };
  const take = (): string => {
    const field = Buffer.concat(begun).toString("utf8");
    begun = [];
    length = 0;
    return field;
  };
  for await (const chunk of chunks) {
    const fields: string[] = [];
    let from = 0;
    for (let to = indexOf(chunk, cut, from); to >= 0; to = indexOf(chunk, cut, from)) {
      if (length === 0 && to - from <= LONGEST) fields.push(chunk.toString("utf8", from, to));
      else {
        keep(chunk.subarray(from, to));
        fields.push(take());
      }
      from = to + 1;
    }
    keep(chunk.subarray(from));
    if (fields.length > 0) yield fields;
  }
  if (length > 0) yield [take()];
}

const indexOf = (chunk: Buffer, cut: number | null, from: number): number =>
  cut === null ? -1 : chunk.indexOf(cut, from);
