/** Little words that hardly occur in the neighbouring languages; folded, so without accents. */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  en: 'the and you your we our is are have has for with this that of from would could please it my i not was been to be on at if or what when how',
  de: 'der die das und ich wir sie ihr ihre ihren nicht ist sind haben hat fur mit auf ein eine einen zu von wie bitte wenn auch noch uns mir dem den es werden kann konnen im am',
  fr: 'le les des et je vous nous votre notre est sont pour avec sur une du au aux pas que qui ne ce cette dans mon mes ma merci bonjour ou par plus bien sera avez',
  es: 'el los las y yo usted ustedes nosotros nuestro vuestra vuestro es son para con una del al por que no mi mis gracias hola pero como esta este muy he hemos tengo lo se su hay desde donde nos',
  it: 'il gli e io voi noi vostro nostro sono per con una della del dei nel alla che non mi mio mia grazie ciao buongiorno ma come questa questo ho abbiamo vi si anche piu da di ci',
  pt: 'os as e eu voces nos vosso nosso sao para com uma da do dos na no nao que meu minha obrigado obrigada ola mas como esta este muito tenho temos um ao pelo pela voce seu sua em foi ja',
  nl: 'de het een en ik wij jullie u uw ons onze is zijn heb hebben voor met op niet van te dat die deze wel maar ook nog graag dank je wat hoe bij naar kan kunnen',
  pl: 'i w na nie sie jest dla z do ze czy jak prosze dziekuje mam od po za to jestem pan pani nasz',
  sv: 'och jag vi ni er att det som for med pa inte ar har en ett av till om hej tack kan vara min nar',
  da: 'og jeg vi i at det som for med pa ikke er har en et af til om hej tak kan vaere mig hvad nar',
  no: 'og jeg vi dere at det som for med pa ikke er har en et av til om hei takk kan vaere meg hva nar',
  tr: 've bir bu icin ile de da mi ne cok daha ben biz siz var yok olarak lutfen merhaba tesekkurler',
  fi: 'ja on ei se etta oli han mutta ovat kun joka kiitos hei olen meidan teidan voi',
};
const LANGUAGES_OF_WORD = index();
const WORDS_READ = 400;
const HITS_MIN = 2;
const LEAD_MIN = 1.25;

/** Scripts that one language writes for the most part. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
const ARABIC = /\p{Script=Arabic}/gu;
const PERSIAN_ONLY = /[پچژگ]/u;
const UKRAINIAN_ONLY = /[іїєґ]/iu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const SHARE_MIN = 0.3;
/** Japanese mixes in Chinese signs; a few kana settle it. */
const KANA_SHARE_MIN = 0.05;

/** The language that a text's script gives away, ISO 639-1; null when it is written in Latin letters or too short. */
export function languageByScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters;
  for (const [pattern, language] of SCRIPTS) {
    if (share(pattern) >= (language === 'ja' ? KANA_SHARE_MIN : SHARE_MIN)) return language;
  }
  if (share(ARABIC) >= SHARE_MIN) return PERSIAN_ONLY.test(text) ? 'fa' : 'ar';
  if (share(CYRILLIC) >= SHARE_MIN) return UKRAINIAN_ONLY.test(text) ? 'uk' : 'ru';
  return null;
}

/**
 * The language whose little words lead clearly; null when none does.
 *
 * @param words - folded, in order.
 */
export function languageByLittleWords(words: readonly string[]): string | null {
  const hits = new Map<string, number>();
  for (const word of words.slice(0, WORDS_READ)) {
    const languages = LANGUAGES_OF_WORD.get(word) ?? [];
    for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...hits].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < HITS_MIN) return null;
  return first[1] >= LEAD_MIN * (second?.[1] ?? 0) ? first[0] : null;
}

function index(): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, list] of Object.entries(LITTLE_WORDS)) {
    for (const word of list.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
}
