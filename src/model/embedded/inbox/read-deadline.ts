import * as chrono from 'chrono-node';

const TEXT_MAX = 3_000;
const BEFORE_DEADLINE =
  /(?:\bby|before|until|till|no later than|deadline|due|not after|latest|goes? (?:live|out|to print|to press)|bis|vor|spätestens|frist|avant|d'ici|jusqu'au|pour le|antes del?|hasta|para el|entro|prima di|fino a|até|antes d[eo]|voor|uiterlijk|tegen|قبل|حتى)\W+(?:\p{L}+\W+){0,3}$/iu;

export interface Deadline {
  /** As written. */
  readonly text: string;
  readonly at: Date;
}

/**
 * The moment by which a mail wants something; null when it names none after it was written.
 *
 * @param language - ISO 639-1; languages without a date grammar are read as English.
 * @param writtenAt - what "tomorrow" is counted from.
 */
export function readDeadline(text: string, language: string, writtenAt: Date): Deadline | null {
  const words = text.slice(0, TEXT_MAX);
  const dates = grammarOf(language)
    .parse(words, writtenAt, { forwardDate: true })
    .filter(({ start }) => start.date() > writtenAt || start.isCertain('weekday'));
  const [first] = dates.toSorted(
    (a, b) => weight(words, b.index) - weight(words, a.index) || a.index - b.index,
  );
  return first ? { text: first.text, at: first.start.date() } : null;
}

const weight = (text: string, at: number): number =>
  BEFORE_DEADLINE.test(text.slice(Math.max(0, at - 40), at)) ? 1 : 0;

function grammarOf(language: string): chrono.Chrono {
  switch (language) {
    case 'de':
      return chrono.de.casual;
    case 'fr':
      return chrono.fr.casual;
    case 'es':
      return chrono.es.casual;
    case 'it':
      return chrono.it.casual;
    case 'pt':
      return chrono.pt.casual;
    case 'nl':
      return chrono.nl.casual;
    case 'ja':
      return chrono.ja.casual;
    default:
      return chrono.en.GB;
  }
}
