import { foldText } from './fold-text.ts';
import { languageByLittleWords, languageByScript } from './language-signs.ts';

/** The language of a few sentences by their script or little words, ISO 639-1; null when neither tells clearly. */
export function wordsLanguage(text: string): string | null {
  return languageByScript(text) ?? languageByLittleWords(foldText(text).match(/\p{L}+/gu) ?? []);
}
