const START_BYTES = 64 * 1024;

/**
 * Rows as JSON, one a line, in one buffer that grows as they are written: neither a list of all lines nor their text as a
 * whole ever exists beside it.
 */
export function jsonLines(rows: readonly object[]): Buffer {
  let buffer: Buffer = Buffer.allocUnsafe(START_BYTES);
  let length = 0;
  for (const row of rows) {
    const line = `${JSON.stringify(row)}\n`;
    const most = length + line.length * 3; // no character of a JavaScript string takes more than 3 bytes a unit
    if (most > buffer.length) buffer = grown(buffer, length, most);
    length += buffer.write(line, length, "utf8");
  }
  return buffer.subarray(0, length);
}

function grown(buffer: Buffer, length: number, needed: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2));
  buffer.copy(larger, 0, 0, length);
  return larger;
}
