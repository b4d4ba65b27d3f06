import type { DomCounts } from '../../../domain/pages/page-signals.ts';
import { type ElementTally, tallyElements } from './tally-elements.ts';

const BUY =
  /\b(?:add to (?:cart|bag|basket)|buy (?:now|it|on|at|from)|check (?:latest |current )?price|see (?:price|it)|view (?:deal|on amazon|price|offer)|shop now|get (?:the )?deal|order now|in den (?:warenkorb|einkaufswagen)|jetzt kaufen|zum (?:angebot|shop|deal)|preis prüfen|ajouter au panier|acheter|voir (?:l['’]offre|le prix)|añadir (?:al|a la)|comprar|ver (?:oferta|precio|preço)|aggiungi al carrello|acquista|compra|vedi (?:offerta|prezzo)|in winkel(?:wagen|mand)|bekijk (?:aanbieding|prijs|deal)|bestel(?:len)?|koop|adicionar ao carrinho)\b/i;
const CART =
  /(?:^|[\W_])(?:cart|basket|bag|checkout|warenkorb|panier|carrito|cesta|carrello|winkelwagen|winkelmand(?:je)?|carrinho|wishlist)(?:$|[\W_])/i;
const CODE_BUTTON =
  /\b(?:(?:show|get|reveal|copy|see|view|unlock) (?:the )?(?:promo |coupon |discount |voucher )?code|get (?:coupon|promo|voucher)|show coupon|(?:gutschein|rabatt)?code (?:anzeigen|kopieren)|gutschein (?:anzeigen|einlösen)|(?:voir|afficher|copier) le code|(?:ver|mostrar|copiar) (?:el |o )?(?:código|cup[oó][nm])|(?:mostra|copia|vedi) (?:il )?codice|(?:toon|bekijk|kopieer) (?:de )?(?:korting|actie)?code)/i;
const PRICE = /[$£€¥₹]\s?\d|\d\s?(?:[$£€¥₹]|eur\b|usd\b|gbp\b|kr\b|zł)/i;
const CARD_CHILDREN_MAX = 400;
const CARD_TEXT_MAX = 1_500;

/** Counts what the tree holds; changes nothing. @param host - of the page; null when unknown. */
export function countElements(document: Document, host: string | null): DomCounts {
  const tally = tallyElements(document);
  const count = (tag: string): number => tally.tags.get(tag) ?? 0;
  const hosts = outsideHosts(tally.links, host);
  return {
    elements: tally.elements,
    links: tally.links.length,
    outsideLinks: hosts.length,
    outsideHosts: new Set(hosts).size,
    images: count('img'),
    mainImages: tally.mainImages,
    tables: count('table'),
    tableRows: tally.tableRows,
    listItems: count('li'),
    orderedItems: tally.orderedItems,
    forms: count('form'),
    selects: count('select'),
    ...buttons(tally),
    ...largestGroups(tally.holders),
    posts: tally.posts,
    commentBoxes: tally.commentBoxes,
    quotes: count('blockquote'),
    times: count('time'),
    ratings: tally.ratings,
    codeBlocks: count('pre'),
    articles: count('article'),
  };
}

function outsideHosts(links: readonly Element[], host: string | null): string[] {
  if (host === null) return [];
  const own = host.replace(/^www\./, '');
  return links.flatMap((link) => {
    const found = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(link.getAttribute('href') ?? '')?.[1];
    const other = found?.toLowerCase().replace(/^www\./, '');
    return other && other !== own && !other.endsWith(`.${own}`) && !own.endsWith(`.${other}`) ? [other] : [];
  });
}

function buttons(tally: ElementTally): Pick<DomCounts, 'buyButtons' | 'cartLinks' | 'codeButtons'> {
  const labels = [...tally.links, ...tally.pressed].map((element) =>
    (element.textContent || element.getAttribute('value') || element.getAttribute('aria-label') || '')
      .trim()
      .slice(0, 60),
  );
  return {
    buyButtons: labels.filter((label) => BUY.test(label)).length,
    codeButtons: labels.filter((label) => CODE_BUTTON.test(label)).length + tally.codeAttributes,
    cartLinks: tally.links.filter((link) =>
      CART.test(`${link.getAttribute('href') ?? ''} ${link.getAttribute('class') ?? ''}`),
    ).length,
  };
}

/** Of elements with the same parent, tag and first class, the largest groups that look like cards. */
function largestGroups(holders: readonly Element[]): Pick<DomCounts, 'priceCards' | 'linkCards'> {
  let [priceCards, linkCards] = [0, 0];
  for (const parent of holders) {
    const children = parent.children;
    if (children.length < 3 || children.length > CARD_CHILDREN_MAX) continue;
    const groups = Map.groupBy(
      [...children],
      (child) => `${child.tagName} ${(child.getAttribute('class') ?? '').split(' ')[0]}`,
    );
    for (const group of groups.values()) {
      if (group.length < 3 || group.length <= Math.min(priceCards, linkCards)) continue;
      const linked = group.filter((child) => child.querySelector('a[href]') !== null);
      if (linked.length < 3) continue;
      const pictured = linked.filter((child) => child.querySelector('img, picture') !== null);
      if (pictured.length > linkCards) linkCards = pictured.length;
      if (linked.length <= priceCards) continue;
      const priced = linked.filter((child) => {
        const text = child.textContent ?? '';
        return text.length <= CARD_TEXT_MAX && PRICE.test(text);
      });
      if (priced.length > priceCards) priceCards = priced.length;
    }
  }
  return { priceCards, linkCards };
}
