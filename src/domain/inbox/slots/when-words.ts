/**
 * Dates and times as people write them in mails, in the languages that letters are written in and some more. Sources of
 * patterns for the flags `iu`; none of them says whether a date is a deadline.
 */

const or = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const MONTH = or(
  '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?(?!\\p{L})',
  'janu?ary?|february|march|april|may|june|july|august|september|october|november|december',
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januari|februari|maart|mei|augustus|augusti|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
);
const WEEKDAY = or(
  '(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|(?:mon|tue|wed|thu|thurs|fri)(?=[ ,.]+\\d)',
  '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:abend|mittag|nachmittag|früh|morgen)?',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'lunes|martes|miércoles|miercoles|jueves|viernes|sábado|domingo',
  'lunedì|martedì|mercoledì|giovedì|venerdì|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica',
  '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?(?=[ \\n,.;:?!]|$)',
  '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:avond|middag|ochtend|morgen)?',
  '(?:يوم )?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|poniedziałku|wtorku|środy|czwartku|piątku|soboty|niedzieli|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag',
);
const CLOCK = or(
  '\\d{1,2}[:.h]\\d{2}(?:\\s?(?:[ap]\\.?m\\b\\.?|uhr|uur|h\\b))?(?:\\s(?:CET|CEST|GMT|BST|UTC))?',
  '\\d{1,2}\\s?(?:[ap]\\.?m\\b\\.?|uhr|uur|heures|h(?!\\p{L}))',
  '(?:close|cob|eod|eob|end) of (?:play|business|day|the day)|cob\\b|eod\\b|noon|midday|midnight|lunchtime',
  '(?:half )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:today|tomorrow|tonight|o.clock|sharp))',
);
const PART_OF_DAY = or(
  'noon|morning|afternoon|evening|night|lunchtime|midday',
  'abend|mittag|früh|vormittag|nachmittag|soir|matin|midi|après-midi|mattina|sera|pomeriggio|mezzogiorno',
  'por la (?:mañana|tarde|noche)|de manhã|à tarde|à noite|ochtend|middag|avond',
);
const NUMBER =
  '(?:\\d{1,3}|one|two|three|five|seven|ten|fifteen|fourteen|thirty|\\p{L}+ \\(\\d+\\)|zwei|drei|fünf|sieben|zehn|vierzehn|deux|trois|cinq|huit|dix|quinze|tres|cinco|siete|diez|quince|tre|cinque|sette|dieci|quindici|três|dez|twee|drie|vijf|zeven|tien|veertien|üç|beş|yedi|on|[٠-٩]{1,3}|ثلاثة|خمسة|سبعة|عشرة)';
const UNIT = or(
  '(?:working |business |calendar )?(?:minutes?|hours?|days?|weeks?|months?)|h\\b',
  '(?:werktagen?|arbeitstagen?|kalendertagen?|tagen?|stunden|minuten|wochen|monats?|monaten)',
  '(?:jours?|heures?|semaines?|mois)(?: ouvrés| ouvrables| francs)?|(?:días?|horas?|semanas?)(?: hábiles| naturales| laborables)?',
  '(?:giorni|ore|settimane)(?: lavorativi)?|(?:dias|horas)(?: úteis)?|mes(?:es)?|mesi?|(?:werk)?dagen|uur|weken|maand(?:en)?|dagar|timmar|dni|godzin|(?:iş )?günü?|أيام|يوم[اًا]{0,2}|ساعات?|ساعة|أسابيع',
);

/** A day, with its part or its clock time where they stand beside it. */
const DAY = or(
  `${WEEKDAY}(?:,?\\s(?:the\\s|den\\s|dem\\s|le\\s|il\\s|el\\s|dia\\s)?\\d{1,2}(?:st|nd|rd|th|\\.|er|º|°)?(?:[./]\\d{1,2}\\.?|\\s(?:of\\s|de\\s)?${MONTH})?(?![\\d%:]|[.,]\\d|\\s?(?:%|uhr|uur|h\\b|[ap]m))(?:\\s\\d{4})?)?`,
  `\\d{1,2}(?:st|nd|rd|th|\\.|er|º|°)?\\s?(?:of\\s|de\\s|d.)?${MONTH}(?:,?\\s\\d{4})?`,
  `${MONTH}\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?(?![\\d%]|[.,]\\d|\\s?%)(?:,?\\s\\d{4})?`,
  '\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\d{2,4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?',
  '(?:the|den|dem|le|el|il|l.|dia|de)\\s?\\d{1,2}(?:st|nd|rd|th)|(?:dia|el|il|le)\\s\\d{1,2}(?![\\d%:./]|\\s?(?:%|h\\b|heures|ore))(?!\\s(?:de\\s)?' +
    MONTH +
    ')',
  'tomorrow|today|tonight|tmrw|übermorgen|heute|morgen|demain|aujourd.hui|mañana|hoy|domani|oggi|stasera|amanhã|hoje|overmorgen|vandaag|vanavond|vanmiddag|jutra|imorgon|i dag|bugün|yarın|غدًا|غداً|غدا|بكرة|اليوم|الليلة|نهاية (?:الأسبوع|الدوام|الشهر|اليوم)|domattina|ce soir|ce midi|esta (?:noche|tarde)|this (?:week|afternoon|evening|month)|hoje à noite|diese woche|cette semaine|esta semana|questa settimana|deze week',
  `(?:the )?end of (?:the |this |next )?(?:week|month|year|day|q[1-4]|${MONTH})|month(?:'|’)?s? end`,
  `(?:ende|mitte|anfang) (?:der|dieser|nächster|des|nächsten|diesen|dieses|kommender)?\\s?(?:woche|monats|jahres|${MONTH})|monatsende|wochenende|jahresende|heiligabend|weihnachten`,
  `(?:la )?(?:fin|mi)[ -](?:de (?:la |cette )?)?(?:semaine|mois|l.année|${MONTH}|du mois)|fin du mois`,
  `(?:finales?|fin|mediados) de (?:la |este )?(?:semana|mes|año|${MONTH})`,
  `(?:la )?(?:fine|metà) (?:della |del |di )?(?:settimana|mese|${MONTH})`,
  `(?:o |ao )?(?:fim|final|meados) (?:da|do|de) (?:semana|mês|ano|${MONTH})`,
  `eind(?:e)? (?:van )?(?:de |deze |volgende )?(?:week|maand|${MONTH})|half ${MONTH}`,
);
const BESIDE = `(?:,?\\s(?:at\\s|um\\s|à\\s|om\\s|a las\\s|alle\\s|às\\s|kl\\.?\\s)?(?:${CLOCK}|${PART_OF_DAY}|(?:ten|noon|nine|eight|\\d{1,2})(?=[ \\n.,;?!]|$)))?`;

/** A day or a moment, such as `Friday noon`, `16:30 today` or `1. Dezember`. */
export const WHEN = `(?:(?:${CLOCK}|${PART_OF_DAY})(?:\\son)?\\s${DAY}|${DAY}${BESIDE})`.replaceAll(
  '\\s',
  '[^\\S\\n]',
);

/** Days whose names stand for much else; they say something only where a word before them does. */
export const HOLIDAY =
  'christmas|xmas|easter|new year(?:.s)?(?: eve)?|black friday|cyber monday|weihnachten|ostern|noël|navidad|natale|natal|kerst';

/** A time of the day alone, such as `16:30`; says something only where a word before it does. */
export const TIME = `(?:(?:le |las |les |os |as )?(?:ore |godz\\. |kl\\. )?(?:${CLOCK}|\\d{1,2})(?:\\sde hoy|\\sheures|\\si dag)?(?![\\d%€£$]|[.,]\\d|\\s?(?:%|per|prozent|pour|euro|eur|gbp|days|hours|orders|jours|tage|dagen|giorni|días|dias|or|of|to|people))|(?:las? |les? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|noon|midnight|lunch|midi|mittag|mezzogiorno|una|dos|cuatro|cinco|seis|siete|ocho|nueve|diez)(?=[\\s.,;?!]|$)(?! (?:days|weeks|hours|months|of)))`;

/** How long something may take, such as `five working days`. */
export const SPAN = `(?:${NUMBER}\\s?-?\\s?${UNIT}|huitaine|quinzaine|(?:the|an) hour|een maand|un mese|un mois|un mes)`;
