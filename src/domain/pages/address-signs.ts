import { foldText } from '../text/fold-text.ts';
import { PAGE_WORD_NAMES, type PageWord, says } from './page-words.ts';

/** Only words that stand in addresses. */
const IN_ADDRESSES: readonly PageWord[] = PAGE_WORD_NAMES.filter((word) =>
  ['best', 'review', 'howto', 'gift', 'coupon', 'deal', 'versus', 'tested', 'forum', 'question'].includes(
    word,
  ),
);
const PLACES: Readonly<Record<string, RegExp>> = {
  product:
    /\/(?:p|products?|dp|pr|item|itm|produkte?|produits?|productos?|prodott[oi]|produtos?|gp)(?:\/|$)|-p-?\d+|\/\d{5,}(?:\.html?)?$/,
  listing:
    /\/(?:collections?|categor(?:y|ies|ie|ia|iae)|kategorien?|c|shop|search|catalog(?:ue)?|browse|learn|tag|brands?|s)(?:\/|$)|[?&](?:q|page|sort|filter)=/,
  forum:
    /forum|\/(?:threads?|topics?|t|questions?|r|comments|community|discussion|viewtopic|showthread)(?:\/|\.|$)/,
  magazine:
    /\/(?:blog|news|articles?|story|stories|magazin[e]?|posts?|ratgeber|actualites?|noticias|notizie|nieuws|gear|topics|buying[- ]guides?|reviews?)(?:\/|$)|\/20\d\d\/\d\d/,
  service:
    /\/(?:docs?|wiki|manual|support|help|about(?:-us)?|contact|privacy|terms|services?|pricing|careers|legal|faq|account|login)(?:\/|$|[.-])/,
  offers:
    /\/(?:offers?|specials?|promotions?|deals?|sale|outlet|angebote|ofertas?|offerte|promos?|aanbiedingen|soldes)(?:[/-]|$)/,
  stores: /\/(?:stores?|shops?|merchants?|view|haendler|marchands?|tiendas|negozi|winkels|lojas)\//,
};

/** What a page's address tells; all 0 without one. */
export function addressSigns(url: string | null): Record<string, number> {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  const path = parsed ? foldText(safelyDecoded(parsed.pathname)) : '';
  const words = path.replaceAll(/[-_/.+]+/g, ' ').trim();
  const depth = path.split('/').filter((part) => part !== '').length;
  const signs: Record<string, number> = {
    'address unknown': parsed ? 0 : 1,
    'address root': parsed && depth === 0 ? 1 : 0,
    'address depth': Math.min(1, depth / 4),
    'address long': words.split(' ').length >= 5 ? 1 : 0,
    'host coupons':
      /coupon|voucher|gutschein|promo|rabatt|discount|code|deal|sparen|kortin|descuento|cupom|sconto|reduc/.test(
        parsed?.hostname ?? '',
      )
        ? 1
        : 0,
    'host shop': /(?:^|\.)(?:shop|store|boutique|tienda|negozio|winkel|loja)\./.test(parsed?.hostname ?? '')
      ? 1
      : 0,
    'host reviews': /review|rezens|recens|resen|critic|tests?(?:$|[.-])|rating|lab(?:$|[.-])/.test(
      parsed?.hostname ?? '',
    )
      ? 1
      : 0,
    'host forum': /forum|community|reddit|quora|stackexchange|answers/.test(parsed?.hostname ?? '') ? 1 : 0,
  };
  for (const word of IN_ADDRESSES) signs[`address ${word}`] = says(word, words) ? 1 : 0;
  for (const [place, pattern] of Object.entries(PLACES)) {
    signs[`place ${place}`] = parsed && pattern.test(`${path}${parsed.search}`) ? 1 : 0;
  }
  return signs;
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not every address is made of whole letters.
    return path;
  }
}
