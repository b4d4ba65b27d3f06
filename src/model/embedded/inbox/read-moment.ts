import * as chrono from 'chrono-node';

/**
 * The moment that a few words name, such as `Friday noon`; null when they name none, or none after they were written.
 *
 * @param language - ISO 639-1; languages without a date grammar are read as English.
 * @param writtenAt - what "tomorrow" is counted from.
 */
export function readMoment(words: string, language: string, writtenAt: Date): Date | null {
  const [date] = grammarOf(language).parse(words, writtenAt, { forwardDate: true }).slice(-1);
  const at = date?.start.date() ?? null;
  return at !== null && at > writtenAt ? at : null;
}

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
