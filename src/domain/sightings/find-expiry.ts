/** How a page writes dates. */
export interface DateReading {
  /** 05/12 is the fifth of December. */
  readonly dayFirst: boolean;
  /** When the page was written, for dates without a year; null when unknown. */
  readonly writtenAt: Date | null;
}

const UNTIL =
  /(?<![\p{L}\p{N}])(?:expir(?:es?|ed|y|ing|ation)(?: date)?|exp\.?|end(?:s|ed|ing)?|until|till|valid|good(?= (?:until|till|thru|through|to))|through|thru|now to|last day|(?<!(?:\p{L}ed|\p{L}wn|found|sent) )by|gültig(?:keit)?|bis|läuft|endet|endete|jusqu.au|jusqu.à|expire|fin|finit|valable|hasta|caduca|caducó|válid[oa]|vence|expira|expirou|termina|terminou|terminó|finalizó|finaliza|acaba|fino|scade|scaduto|entro|até|t\/m|tot|geldig|verloopt|do|dnia|ważn[yea]|wygasa|wygasł|till|t\.?o\.?m\.?|gäller|utgår|slutar|gyldig|udløber|gælder|utløper|platí|kończy)(?![\p{L}\p{N}])/giu;
/** A time of day before its day: `until 23:59 on 26/10/2026`. */
const CLOCK =
  /(?<!\d)\d{1,2}(?:[:.h]\d{2})(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|uhr|h)?(?:\s?\(?(?:UTC|GMT|BST|CET|CEST|[ECMP][SD]?T)\)?)?(?:\s(?:on|am|le|del|el|il|op|w dniu|den))?(?=[\s,])(?!\s?\d{4})/giu;
/** Two dates with a dash after a word like `period`. */
const PERIOD =
  /(?<![\p{L}\p{N}])(?:period|zeitraum|aktionszeitraum|laufzeit|période|periodo|período|periode|actieperiode|okres|validity|dates)(?:\s\p{L}+){0,2}\s?:/giu;
/** Days from one to another, without a word: an offer's own time. */
const RANGE =
  /(?<![\p{L}\p{N}.,/-])\d{1,2}(?:\.\d{1,2}\.(?:\d{2,4})?|\/\d{1,2}(?:\/\d{2,4})?|\.?\s\p{L}{3,10}\.?(?:\s20\d\d)?)\s?[–—-]\s?(?=\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}(?!\d)|\.?\s\p{L}{3,10}))/gu;
/** `24–28 Nov 2025`, `1.–31. oktober`: two days of one month. */
const DAYS =
  /(?<![\p{L}\p{N}.,/:-])\d{1,2}\.?\s?(?:[–—-]|to|bis|au|al|tot|till|til|do)\s?(?=\d{1,2}\.?\s{0,2}(?:of |de )?\p{L}{3,10})/gu;
/** `dal 15 settembre al 18 ottobre`: from one day to another. */
const FROM_TO =
  /(?<![\p{L}\p{N}])(?:from|vom|von|du|del|desde el|dal|de|van|vanaf|från|fra|od)\s[^\n.;()]{3,30}?\s(?:to|until|bis|au|al|hasta el|a|até|tot(?: en met)?|till|til|do)\s(?=\d|\p{Lu}?\p{L}{2,9}\s\d)/giu;
const YEARLESS_DAYS_BACK = 120;
const AFTER_CHARACTERS = 80;
const RANGE_CHARACTERS = 20;
const ISO = /^\D{0,30}?((?:19|20)\d\d)-(\d\d)-(\d\d)/u;
const NUMBERS = /^\D{0,30}?(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:20)?\d\d)(?!\d)/u;
const NUMBERS_SHORT = /^[^\d]{0,20}?(\d{1,2})([./])(\d{1,2})(?:\.|(?![\d./%]))/u;
const DAY_MONTH =
  /^\D{0,30}?(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?\s{0,2}(?:of |de |d’|d')?(\p{L}{3,12})(?!\p{L}|-\p{L})\.?,?\s{0,2}(?:de |del )?((?:20)\d\d)?(?!\d)/u;
const MONTH_DAY =
  /^[^\d]{0,30}?(?<!\p{L})(\p{L}{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?(?:,?\s{0,2}((?:20)\d\d))?(?!\d)/u;

/** Three letters, without accents, that months begin with in some European language. */
const MONTHS: readonly string[] = [
  'jan gen ene sty led oca',
  'feb fev lut uno hel sub',
  'mar mrt brz maa',
  'apr avr abr kwi dub nis huh',
  'may mai maj mei mag kve tou',
  'jun giu cze cer haz kes',
  'jul lug lip tem hei',
  'aug ago aou sie srp elo',
  'sep set wrz zar eyl syy',
  'oct okt out ott paz rij eki lok',
  'nov lis kas mar',
  'dec dez dic des gru pro ara jou',
];

/**
 * The last day that a text names beside a word like `until` or `expires`, as ISO 8601.
 *
 * @returns null when it names none, or one without a year and the page's own date is unknown.
 */
export function findExpiry(text: string, reading: DateReading): string | null {
  for (const { index, 0: word } of [...text.matchAll(UNTIL), ...text.matchAll(PERIOD)]) {
    const after = text
      .slice(index + word.length, index + word.length + AFTER_CHARACTERS)
      .replaceAll(CLOCK, ' ');
    const found = readDate(after, reading);
    const end = /\s[–—-]\s?|[–—]|\s(?:to|until|bis|au|al|hasta|tot|do|till|até)\s/iu.exec(after);
    const monthEnd = endOfMonth(after, reading);
    if (monthEnd !== null) return monthEnd;
    const last = end ? readDate(after.slice(end.index + end[0].length), reading) : null;
    const day = last !== null && (found === null || last > found) ? last : found;
    if (day !== null) return day;
  }
  for (const { index, 0: from } of [
    ...text.matchAll(RANGE),
    ...text.matchAll(FROM_TO),
    ...text.matchAll(DAYS),
  ]) {
    const end = index + from.length;
    const last = readDate(text.slice(end, end + RANGE_CHARACTERS), reading);
    if (last !== null) return last;
  }
  return null;
}

const MONTH_END =
  /^\s?(?:the |zum |à la |el |a |alla |o |het |do )?(?:end of|ende|fin(?: de| d['’])?|finales de|fine|final de|eind(?:e)?|końca|slutet av)\s?(\p{L}{3,12})(?:\s(?:de |del )?(20\d\d))?(?!\p{L})/iu;

/** `until the end of October 2025` */
function endOfMonth(after: string, { writtenAt }: DateReading): string | null {
  const found = MONTH_END.exec(after);
  const month = monthOf(found?.[1] ?? '');
  if (month === 0) return null;
  const year = found?.[2] ?? String(writtenAt?.getUTCFullYear() ?? '');
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return year === '' ? null : withYear(found?.[2], month, lastDay, writtenAt);
}

/** The first date of a short text, the words before it passed over. */
export function readDate(text: string, { dayFirst, writtenAt }: DateReading): string | null {
  const iso = ISO.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    const year = Number(numbers[4]);
    const monthFirst = second > 12 || (!dayFirst && first <= 12 && numbers[2] !== '.');
    return dateOf(year < 100 ? 2_000 + year : year, monthFirst ? first : second, monthFirst ? second : first);
  }
  const named = DAY_MONTH.exec(text);
  const day = named && monthOf(named[2] ?? '');
  if (named && day) return withYear(named[3], day, Number(named[1]), writtenAt);
  const american = MONTH_DAY.exec(text);
  const month = american && monthOf(american[1] ?? '');
  if (american && month) return withYear(american[3], month, Number(american[2]), writtenAt);
  const short = NUMBERS_SHORT.exec(text);
  if (!short) return null;
  const [first, second] = [Number(short[1]), Number(short[3])];
  const monthFirst = second > 12 || (!dayFirst && first <= 12 && short[2] === '/');
  return withYear(undefined, monthFirst ? first : second, monthFirst ? second : first, writtenAt);
}

function monthOf(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (plain.startsWith('juil')) return 7;
  if (plain.startsWith('juin')) return 6;
  return MONTHS.findIndex((starts) => starts.split(' ').includes(plain.slice(0, 3))) + 1;
}

/** A date without a year is the first such day from some months before the page was written: pages name offers that ended, too. */
function withYear(
  year: string | undefined,
  month: number,
  day: number,
  writtenAt: Date | null,
): string | null {
  if (year !== undefined) return dateOf(Number(year), month, day);
  if (writtenAt === null) return null;
  const from = new Date(writtenAt.getTime() - YEARLESS_DAYS_BACK * 86_400_000).toISOString().slice(0, 10);
  const same = dateOf(writtenAt.getUTCFullYear(), month, day);
  return same !== null && same >= from ? same : dateOf(writtenAt.getUTCFullYear() + 1, month, day);
}

function dateOf(year: number, month: number, day: number): string | null {
  if (year < 2_000 || year > 2_099 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
