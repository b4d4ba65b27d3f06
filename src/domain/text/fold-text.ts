const MARKS = /\p{M}+/gu;
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]+/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4`]/g;
const TATWEEL = /\u0640/g;
/** Letters that decomposing leaves alone, and Arabic spellings that writers mix. */
const SINGLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
};
const SINGLES = new RegExp(`[${Object.keys(SINGLE).join('')}]`, 'g');

/**
 * Words as a lexicon compares them: lower case, no accents, no invisible characters, one kind of apostrophe.
 *
 * Full-width and other compatibility forms become plain ones, so that a disguised word is still the word.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(UNSEEN, '')
    .replaceAll(SINGLES, (letter) => SINGLE[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(MARKS, '')
    .replaceAll(TATWEEL, '')
    .replaceAll(APOSTROPHES, "'");
}
