const PIECE_LENGTH_MAX = 2_000;

/** A text as pieces to be sent one after the other: its lines, ends included, long ones cut. Together they are the text. */
export function pieces(text: string): string[] {
  return text
    .split(/(?<=\n)/)
    .flatMap((line) => line.match(new RegExp(`[^]{1,${PIECE_LENGTH_MAX}}`, 'gu')) ?? []);
}
