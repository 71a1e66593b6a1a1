/** Hashes by number and numbers by hash, kept as bytes: a text for each would take five times the memory. */
export interface Hashes {
  readonly size: number;
  /** The hash with this number, as text. */
  at(number: number): string;
  find(hash: string): number | undefined;
  /** The number of the only hash that begins so; `undefined` where there is none or several. */
  findShortened(start: string): number | undefined;
  /** Gives a new hash the next number. */
  add(hash: string): number;
}

const FIRST_ROOM = 1 << 12;

export function newHashes(): Hashes {
  let width = 20;
  let size = 0;
  let bytes = Buffer.alloc(0);
  /** Numbers plus one, found by a hash's first four bytes; 0 is free. At most half of it is taken. */
  let slots = new Int32Array(2 * FIRST_ROOM);
  let ordered: Int32Array | undefined;
  const wanted = Buffer.alloc(64);

  /** The slot of the hash in `wanted`, or the free one where it belongs. */
  const slotOf = (): number => {
    let slot = wanted.readUInt32BE(0) & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const from = ((slots[slot] as number) - 1) * width;
      if (bytes.compare(wanted, 0, width, from, from + width) === 0) break;
    }
    return slot;
  };

  const grow = (): void => {
    const room = Math.max(FIRST_ROOM, 2 * size);
    const grown = Buffer.alloc(room * width);
    bytes.copy(grown);
    bytes = grown;
    slots = new Int32Array(2 * room);
    for (let number = 0; number < size; number++) {
      bytes.copy(wanted, 0, number * width, (number + 1) * width);
      slots[slotOf()] = number + 1;
    }
  };

  /** Numbers in the order of their hashes, made when the first shortened hash is looked for. */
  const order = (): Int32Array =>
    Int32Array.from({ length: size }, (_, number) => number).sort((a, b) =>
      bytes.compare(bytes, b * width, (b + 1) * width, a * width, (a + 1) * width),
    );

  const at = (number: number): string => bytes.toString("hex", number * width, (number + 1) * width);

  return {
    get size() {
      return size;
    },
    at,
    find: (hash) => {
      if (size === 0 || hash.length !== 2 * width || wanted.write(hash, "hex") !== width) return undefined;
      const found = slots[slotOf()] as number;
      return found === 0 ? undefined : found - 1;
    },
    findShortened: (start) => {
      const whole = start.length >> 1;
      if (start.length > 2 * width || wanted.write(start, "hex") !== whole) return undefined;
      ordered ??= order();
      let [low, high] = [0, size];
      while (low < high) {
        const middle = (low + high) >> 1;
        const from = (ordered[middle] as number) * width;
        if (bytes.compare(wanted, 0, whole, from, from + whole) < 0) low = middle + 1;
        else high = middle;
      }
      const found: number[] = [];
      for (let place = low; place < size && found.length < 2; place++) {
        const number = ordered[place] as number;
        const from = number * width;
        if (bytes.compare(wanted, 0, whole, from, from + whole) !== 0) break;
        if (at(number).startsWith(start)) found.push(number);
      }
      return found.length === 1 ? found[0] : undefined;
    },
    add: (hash) => {
      if (size === 0) width = hash.length >> 1;
      if ((size + 1) * width > bytes.length) grow();
      wanted.write(hash, "hex");
      slots[slotOf()] = size + 1;
      wanted.copy(bytes, size * width, 0, width);
      size += 1;
      ordered = undefined;
      return size - 1;
    },
  };
}
