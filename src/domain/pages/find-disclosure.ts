import type { Disclosure } from './disclosure.ts';
import { linkShare, type PageBlock, sizeOf } from './page-block.ts';

/** The words of seven languages, by what they admit; the first kind that is found on a page's topmost block counts. */
const WORDS: readonly (readonly [Disclosure['kind'], RegExp])[] = [
  [
    'affiliate',
    /\baffiliate[- ]?(?:links?|commissions?|partner|disclosure|disclaimer|relationship)|\b(?:earn|receive|get|make|paid)s?\b.{0,60}\b(?:affiliate )?commissions?\b|\bcommissions? (?:if|when|from|on) (?:you|purchases|qualifying)|\bas an amazon associate\b|\breader[- ]supported\b|\bwe (?:may )?(?:earn|make) money\b|\bmay be compensated\b|\badvertiser disclosure\b|\b(?:receive|earn) (?:a )?(?:small )?(?:compensation|referral fee)/i,
  ],
  [
    'affiliate',
    /\b(?:affiliate|partner|werbe|provisions)-?\s?links?\b|\bprovision\b.{0,60}\b(?:erhalten|bekommen|verdienen)|\b(?:erhalten|bekommen|verdienen) (?:wir|ich)\b.{0,60}\b(?:provision|kommission)|\bals amazon-partner\b/i,
  ],
  [
    'affiliate',
    /\bliens? (?:d['’])?affili(?:és?|ation|és)|\b(?:touch(?:er|ons|e)|perce(?:voir|vons)|recev(?:oir|ons)|rémunér\w+)\b.{0,50}\bcommission|\bcommission\b.{0,60}\b(?:achat|achetez)|\bpartenaire amazon\b/i,
  ],
  [
    'affiliate',
    /\b(?:enlaces?|links?) (?:de )?afiliad[oa]s?\b|\bcomisi[oó]n\b.{0,60}\b(?:compra|sin coste|recib)|\b(?:recib\w+|gan\w+|llev\w+)\b.{0,40}\bcomisi[oó]n|\bafiliad[oa]s? de amazon\b/i,
  ],
  [
    'affiliate',
    /\blink (?:di )?affiliazione|\blink affiliati|\b(?:ricev\w+|guadagn\w+|percep\w+)\b.{0,50}\bcommission[ei]|\baffiliat[oi] (?:ad )?amazon\b|\bprogramma di affiliazione\b/i,
  ],
  [
    'affiliate',
    /\baffiliate[- ]?links?\b|\b(?:ontvang\w*|krijg\w*|verdien\w*)\b.{0,50}\b(?:commissie|vergoeding)|\bcommissie\b.{0,50}\b(?:aankoop|koopt|bestelt)/i,
  ],
  [
    'affiliate',
    /\blinks? (?:de )?afiliad[oa]s?\b|\b(?:receb\w+|ganh\w+)\b.{0,50}\bcomiss[aã]o|\bcomiss[aã]o\b.{0,60}\b(?:compra|sem custo)/i,
  ],
  [
    'sponsored',
    /\b(?:paid|sponsored) (?:partnership|post|content|article|review)\b|\bsponsored by\b|\bthis (?:post|article|video|review) (?:is|was) sponsored\b|(?:^|\s)#(?:ad|sponsored|werbung|anzeige|publi|adv|reclame)\b|\bin paid partnership with\b|\bbezahlte (?:werbe)?partnerschaft|\bwerbung (?:\||\/|wegen|da|für|\()|^(?:werbung|anzeige|advertorial|publicité|publicidad|publirreportage)$|\bgesponserte?r?\b|\bpartenariat rémunéré|\b(?:article|billet|contenu) sponsorisé|\bcollaboration commerciale|\bcolaboraci[oó]n pagada|\b(?:contenido|art[ií]culo) patrocinado|\bcontenuto sponsorizzato|\bpost sponsorizzato|\bbetaalde samenwerking|\bgesponsorde?\b|\bparceria paga|\bconte[uú]do patrocinado|\bpublipost\b/i,
  ],
  [
    'gifted',
    /\b(?:gifted|pr sample|press sample|review unit|review sample)\b|\b(?:sent|gave|provided) (?:to )?(?:me|us)\b.{0,50}\b(?:free|review|charge|sample)|\b(?:received|provided|given)\b.{0,50}\b(?:free of charge|for free|at no cost|in exchange for)|\bkostenlos zur verfügung gestellt|\bpr-sample\b|\btestmuster\b|\b(?:produit|article) offert\b|\bm['’]a été offert|\b(?:producto|art[ií]culo) (?:cedido|regalado)|\bcedido por\b|\bfornit\w+ gratuitamente|\bricevut\w+ in omaggio|\bgratis ontvangen\b|\bkosteloos ontvangen\b|\brecebi\b.{0,40}\bgratuitamente|\bcedid[oa] pela? marca/i,
  ],
];
/** What shops say to win partners is no word about the page itself. */
const RECRUITING =
  /\b(?:become an affiliate|affiliate (?:program(?:me)?s?|sign ?up|marketing (?:course|tips|guide))|join our|werde partner|partnerprogramm|devenez affilié|hazte afiliado|programa de afiliados|programma partner)\b/i;
const BLOCK_CHARACTERS_MAX = 1_500;
const WORDS_MAX = 500;
const TOP = 0.2;
const END = 0.85;

/**
 * Where and in which words a page says that somebody pays for it.
 *
 * @param page - every block that is shown, in order.
 * @param main - those of the main text.
 * @param linkContexts - the sentences around paid links.
 * @returns null when it says nothing of the kind.
 */
export function findDisclosure(
  page: readonly PageBlock[],
  main: readonly PageBlock[],
  linkContexts: readonly string[],
): Disclosure | null {
  const inMain = new Set(main.map(({ text }) => text));
  const mainSize = Math.max(1, sizeOf(main));
  const first = page.findIndex(({ text }) => inMain.has(text));
  let passed = 0;
  for (const [at, block] of page.entries()) {
    const found = admits(block);
    if (found) {
      const share = passed / mainSize;
      return {
        kind: found.kind,
        words: found.words,
        where: whereOf(block, { isBefore: at <= first, share, linkContexts }),
      };
    }
    if (inMain.has(block.text)) passed += block.text.length;
  }
  return null;
}

function admits(block: PageBlock): { kind: Disclosure['kind']; words: string } | null {
  const { text } = block;
  if (text.length > BLOCK_CHARACTERS_MAX || (linkShare(block) > 0.8 && text.length < 40)) return null;
  for (const [kind, pattern] of WORDS) {
    const match = pattern.exec(text);
    if (match && !RECRUITING.test(text)) return { kind, words: sentenceAt(text, match.index) };
  }
  return null;
}

function whereOf(
  { text, regions }: PageBlock,
  place: { readonly isBefore: boolean; readonly share: number; readonly linkContexts: readonly string[] },
): Disclosure['where'] {
  if (regions.has('footer') || regions.has('aside') || regions.has('nav')) return 'elsewhere';
  if (place.isBefore || place.share <= TOP) return 'top';
  if (place.linkContexts.some((context) => context !== '' && text.includes(context))) return 'near-links';
  return place.share >= END ? 'end' : 'within';
}

function sentenceAt(text: string, index: number): string {
  const before = Math.max(
    text.lastIndexOf('. ', index),
    text.lastIndexOf('! ', index),
    text.lastIndexOf('? ', index),
  );
  const rest = text.slice(before < 0 ? 0 : before + 2);
  const end = rest.slice(Math.max(0, index - (before < 0 ? 0 : before + 2))).search(/[.!?](?:\s|$)/);
  const length = end < 0 ? rest.length : end + Math.max(0, index - (before < 0 ? 0 : before + 2)) + 1;
  return rest.slice(0, Math.min(length, WORDS_MAX)).trim();
}
