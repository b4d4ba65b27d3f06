const LETTERS_MIN = 3;
const LETTERS_MAX = 5;
const WORD_LENGTH_MAX = 30;

/** FNV-1a with a last mix: same text, same number, on every machine. */
export function hashPiece(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Counts one more of a piece. @param bins - a power of two. */
export function countPiece(counts: Map<number, number>, piece: string, bins: number): void {
  const bin = hashPiece(piece) & (bins - 1);
  counts.set(bin, (counts.get(bin) ?? 0) + 1);
}

/** Counts the runs of 3 to 5 letters of a word, its ends included. */
export function countLetterRuns(counts: Map<number, number>, word: string, bins: number): void {
  const framed = ` ${word.slice(0, WORD_LENGTH_MAX)} `;
  for (let length = LETTERS_MIN; length <= LETTERS_MAX; length++) {
    for (let from = 0; from + length <= framed.length; from++) {
      countPiece(counts, framed.slice(from, from + length), bins);
    }
  }
}
