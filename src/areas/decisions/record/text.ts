const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** What stands for a byte that is no UTF-8. With the u flag a half of a pair is never found within a pair. */
const BYTE = /[\udc80-\udcff]/u;

/**
 * Text from which every byte comes back: bytes that are no UTF-8 become the lone surrogates U+DC80 to U+DCFF, as with Python's
 * `surrogateescape`. So a file can be cut and joined as text, and what is not touched stays as it was.
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return withEscapes(bytes);
  }
}

export function bytesOf(text: string): Uint8Array {
  if (!BYTE.test(text)) return encoder.encode(text);
  const parts = text
    .split(/([\udc80-\udcff])/u)
    .map((part, at) => (at % 2 === 0 ? encoder.encode(part) : byteOf(part)));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The text as it may be shown and stored: U+FFFD for bytes that are no UTF-8, and for NUL, as CommonMark has it. */
export function shown(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}

/** Where the first byte that is no UTF-8 is, or -1. */
export function firstBroken(text: string): number {
  return text.search(BYTE);
}

const byteOf = (sign: string) => Uint8Array.of(sign.charCodeAt(0) - 0xdc00);

function withEscapes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let begun = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = characterAt(bytes, at);
    if (size === 0) {
      if (begun < at) parts.push(strict.decode(bytes.subarray(begun, at)));
      parts.push(String.fromCharCode(0xdc00 + (bytes[at] ?? 0)));
      begun = at + 1;
    }
    at += size || 1;
  }
  parts.push(strict.decode(bytes.subarray(begun)));
  return parts.join("");
}

/** How many bytes the character that begins here has; 0 where none does (The Unicode Standard 16, table 3-7). */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const [low, high] = secondBounds(first);
  const second = bytes[at + 1] ?? 0;
  if (size === 0 || second < low || second > high) return 0;
  const rest = bytes.subarray(at + 2, at + size);
  return rest.length === size - 2 && rest.every((byte) => byte >= 0x80 && byte <= 0xbf) ? size : 0;
}

function secondBounds(first: number): [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
