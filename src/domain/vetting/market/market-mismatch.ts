import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import type { ApplicationText } from '../application-text.ts';
import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';
import { COUNTRY_OF_NAME } from './country-names.ts';

const NAMES = [...COUNTRY_OF_NAME.keys()]
  .filter((name) => name.length > 2)
  .sort((a, b) => b.length - a.length);
const COUNTRY = `(${NAMES.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})`;
const AUDIENCE =
  '(?:top countries|insights|demographics?|statistik\\w*|estadisticas|statistiche|statistiques|audience|followers?|viewers?|readers?|fans|subscribers?|traffic|community|publikum|zielgruppe|community|reichweite|follower|leser\\w*|zuschauer|audience|abonnes|communaute|public|lecteurs|audiencia|seguidores|publico|lectores|comunidad|pubblico|lettori|iscritti|seguaci|audiencia|leitores|volgers|publiek|lezers|kijkers|odbiorc\\w*|obserwujacy\\w*|obserwujacych|czytelni\\w*|publik|foljare|lasare|kitle\\w*|takipci\\w*|izleyici\\w*|okur\\w*|جمهور\\w*|جمهوري|متابع\\w*|المتابعين)';
const MOST =
  '(?:mostly|mainly|primarily|largely|almost (?:all|entirely)|all|majority|most|biggest|largest|entirely|nearly all|uberwiegend|hauptsachlich|grosstenteils|fast alle|meisten|vor allem|principalement|surtout|majorite|presque tous|plupart|principalmente|sobre todo|mayoria|casi todos|mayor parte|soprattutto|maggior parte|quasi tutti|maioria|maior parte|quase todos|sobretudo|voornamelijk|vooral|meeste|bijna allemaal|grootste deel|glownie|przede wszystkim|wiekszosc|prawie wszyscy|framst|mest|flesta|nastan alla|huvudsakligen|cogunlukla|cogu|neredeyse hepsi|buyuk cogunlug\\w*|معظم|اغلب|غالبية|غالبيه)';
const SHARE =
  '(?:[5-9]\\d|100)(?:[.,]\\d)?\\s?(?:%|percent|per cent|prozent|pour cent|por ciento|per cento|por cento|procent|٪|بالمئة)|%\\s?(?:[5-9]\\d|100)|yuzde (?:[5-9]\\d|100)';
const BETWEEN = '[^.!?;\\n]{0,60}?';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:${SHARE}|${MOST})${BETWEEN}(?<!\\p{L})${COUNTRY}(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})${COUNTRY}(?!\\p{L})[^.!?;,\\n]{0,12}?(?:\\(?\\s?(?:${SHARE}))`, 'gu'),
  new RegExp(
    `(?<!\\p{L})${AUDIENCE}(?!\\p{L})[^.!?;\\n]{0,25}?\\b(?:is|are|sits?|lives?|based|located|comes?|from|in|aus|kommt|kommen|sitzt|vient|viennent|vit|vive|viven|esta|estan|viene|vengono|vivono|vem|vivem|mora|komt|komen|woont|wonen|pochodzi|mieszka|z|kommer|bor)\\b[^.!?;\\n%\\d]{0,20}?(?<!\\p{L})${COUNTRY}(?!\\p{L})`,
    'gu',
  ),
];
const TRAVELS =
  /\b(?:travel\w*|trip|holiday\w*|visit\w*|recipes?|cuisine|food|inspired|trends?|style|brands|products?|fabric|suppl\w*|photos?|moved|born|grew up|reise\w*|urlaub|rezepte|voyage\w*|recettes|cuisine|viaj\w*|recetas|cocina|viagg\w*|ricette|cucina|viage\w*|receitas|reis\w*|recepten|podroz\w*|przepisy|resor|recept\w*|seyahat|tarif\w*|سفر|وصفات)\b/u;
const LANGUAGES_OF: Readonly<Record<string, readonly string[]>> = {
  GB: [],
  IE: [],
  US: ['es'],
  CA: ['fr'],
  AU: [],
  NZ: [],
  ZA: [],
  DE: ['de', 'tr'],
  AT: ['de'],
  CH: ['de', 'fr', 'it'],
  FR: ['fr'],
  BE: ['nl', 'fr', 'de'],
  NL: ['nl'],
  LU: ['fr', 'de'],
  ES: ['es', 'pt'],
  PT: ['pt'],
  IT: ['it'],
  PL: ['pl', 'uk'],
  SE: ['sv'],
  FI: ['fi', 'sv'],
  NO: ['no', 'da', 'sv'],
  DK: ['da', 'no'],
  TR: ['tr'],
  BR: ['pt'],
  MX: ['es'],
  AR: ['es'],
  CO: ['es'],
  CL: ['es'],
  PE: ['es'],
  EG: ['ar'],
  SA: ['ar'],
  AE: ['ar'],
  MA: ['ar', 'fr'],
  DZ: ['ar', 'fr'],
  IQ: ['ar'],
  JP: ['ja'],
};
const LETTERS_FOR_LANGUAGE = 120;

/**
 * The audience is somewhere else than the application says, or than the brand sells.
 *
 * Without markets in the policy only contradictions within the application count: what it says of its audience, or the
 * language it speaks, against its own region.
 */
export function marketMismatch(
  application: Application,
  { about, all, language }: ApplicationText,
  { markets }: VettingPolicy,
): Finding[] {
  const { region } = application;
  const code = region !== null && /^[A-Z]{2}$/u.test(region) ? region : null;
  const audience = audienceCountries(about);
  const finding = (sentence: string): Finding[] => [{ flag: 'market_mismatch', sentence }];

  if (markets.length > 0) {
    const outside =
      audience.length > 0
        ? audience.every((country) => !markets.includes(country))
        : code !== null && !markets.includes(code);
    if (outside)
      return finding(
        `Its audience is in ${(audience.length > 0 ? audience : [code]).join(', ')}, outside the markets of your policy.`,
      );
  }
  if (
    code !== null &&
    audience.length > 0 &&
    !audience.includes(code) &&
    markets.every((market) => !audience.includes(market))
  )
    return finding(
      `It names ${code} as its region and says that most of its audience is in ${audience.join(', ')}.`,
    );
  const spoken = code === null ? undefined : LANGUAGES_OF[code];
  if (
    spoken !== undefined &&
    language !== null &&
    language !== 'en' &&
    all.length >= LETTERS_FOR_LANGUAGE &&
    !spoken.includes(language) &&
    audience.length === 0
  )
    return finding(
      `It names ${code} as its region and speaks a language (${language}) that is not spoken there.`,
    );
  return [];
}

/** Countries in which a text says that most of its audience lives, as ISO 3166-1 codes. */
function audienceCountries(about: string): string[] {
  const codes = foldText(about)
    .split(/\n+|[.!?;]+(?=\s|$)/u)
    .filter((sentence) => new RegExp(AUDIENCE, 'u').test(sentence) && !TRAVELS.test(sentence))
    .flatMap((sentence) =>
      PATTERNS.flatMap((pattern) =>
        [...sentence.matchAll(pattern)].map((match) => COUNTRY_OF_NAME.get(match[1] ?? '')),
      ),
    )
    .filter((code) => code !== undefined);
  return [...new Set(codes)];
}
