/** A letter as it was drafted, and as a manager sent it. */
export interface EditedLetter {
  readonly drafted: string;
  readonly sent: string;
}

/** A full stop inside an address ends no sentence. */
const BETWEEN = /(?<=[.!?…])\s+|\n+/u;
/** A figure, a link, an address, a handle, a hash: somebody's data. */
const DATA = /\d|@|:\/\/|www\.|#/u;
/** A capital within a sentence may be a name. German writes all nouns so; such sentences are left out too. */
const NAME = /(?<=[\p{L},;:)] )\p{Lu}/u;
const LENGTH_MIN = 20;
const LENGTH_MAX = 240;
const EXAMPLES_MAX = 3;

/**
 * The sentences that managers put in by their own hand, without anybody's data, for a model to follow in tone.
 *
 * What might be a figure, a link or a name is left out with its whole sentence: an example too few does no harm.
 *
 * @param letters - newest first.
 */
export function toneExamples(letters: readonly EditedLetter[]): { body: string }[] {
  return letters
    .map(({ drafted, sent }) => {
      const before = new Set(sentencesOf(drafted));
      return sentencesOf(sent).filter((sentence) => !before.has(sentence) && isNobodys(sentence));
    })
    .filter((sentences) => sentences.length > 0)
    .slice(0, EXAMPLES_MAX)
    .map((sentences) => ({ body: sentences.join(' ') }));
}

const sentencesOf = (text: string): string[] => text.split(BETWEEN).map((sentence) => sentence.trim());

const isNobodys = (sentence: string): boolean =>
  sentence.length >= LENGTH_MIN &&
  sentence.length <= LENGTH_MAX &&
  !DATA.test(sentence) &&
  !NAME.test(sentence.replaceAll(/\bI\b/g, 'we'));
