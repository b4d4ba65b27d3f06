/** Slots of 12 bytes; doubled when half of them are used. */
const SLOTS_MIN = 2 ** 12;
const IDS_MAX_DEFAULT = 2 ** 23;

/**
 * Remembers on which line each id of a file stood first, in 12 to 48 bytes an id however long the id is.
 *
 * It compares 64 bits of hash, so two ids may be taken for one, once in millions of files of a million rows:
 * whoever is told "seen" looks at the stored row before believing it. After `idsMax` ids it forgets all and starts again.
 */
export class SeenIds {
  readonly #idsMax: number;
  #slots = SLOTS_MIN;
  #low = new Uint32Array(SLOTS_MIN);
  #high = new Uint32Array(SLOTS_MIN);
  /** 0 is a free slot: lines count from 1. */
  #line = new Uint32Array(SLOTS_MIN);
  #count = 0;

  constructor(idsMax: number = IDS_MAX_DEFAULT) {
    this.#idsMax = idsMax;
  }

  /** The line on which this id stood first, or `null`, and then `line` (>= 1) is remembered. */
  firstLine(id: string, line: number): number | null {
    const low = hash(id, 0x811c9dc5, 0x01000193);
    const high = hash(id, 0x2f0b4a27, 0x5bd1e995);
    const at = this.#find(low, high);
    const first = this.#line[at] ?? 0;
    if (first > 0) return first;
    this.#put(at, low, high, line);
    this.#count += 1;
    if (this.#count >= this.#idsMax) this.#resize(SLOTS_MIN, false);
    else if (this.#count * 2 >= this.#slots) this.#resize(this.#slots * 2, true);
    return null;
  }

  /** The slot that holds the hash, or the free one where it belongs. */
  #find(low: number, high: number): number {
    const mask = this.#slots - 1;
    let at = low & mask;
    while (this.#line[at] !== 0 && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  #put(at: number, low: number, high: number, line: number): void {
    this.#low[at] = low;
    this.#high[at] = high;
    this.#line[at] = line;
  }

  #resize(slots: number, keep: boolean): void {
    const [low, high, line] = [this.#low, this.#high, this.#line];
    this.#slots = slots;
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#line = new Uint32Array(slots);
    if (!keep) {
      this.#count = 0;
      return;
    }
    for (let index = 0; index < line.length; index += 1) {
      const first = line[index] ?? 0;
      if (first === 0) continue;
      const [lowBits, highBits] = [low[index] ?? 0, high[index] ?? 0];
      this.#put(this.#find(lowBits, highBits), lowBits, highBits, first);
    }
  }
}

/** FNV-1a over UTF-16 units, with a last mixing so that the low bits spread. */
function hash(text: string, seed: number, prime: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), prime);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
