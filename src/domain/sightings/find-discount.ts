const NUMBER = '\\d{1,4}(?:[.,]\\d{1,2})?';
const MONEY = `(?:(?:US|CA|AU|R)?[$£€¥]\\s?${NUMBER}|${NUMBER}\\s?(?:€|£|\\$|zł|kr|usd|eur|gbp|euros?|dollars?|pln|sek|dkk|nok|kč|tl|₺|reais))`;
/** Nothing per cent is no discount. */
const PERCENT = `(?<![\\d.,])(?!0+(?:[.,]0+)?\\s?%)${NUMBER}\\s?(?:%|٪|percent|prozent|pour ?cent|por ?ciento|procent|por ?cento)`;
const LESS =
  '(?:off|discount|savings?|cash ?back|rabatt?u?|nachlass|ermäßigung|günstiger|de réduction|de remise|de reduction|de rabais|offerts?|de descuento|de dto\\.?|dto\\.?|menos|extra|di sconto|sconto|in meno|de desconto|de economia|korting|zniżki|rabatu|taniej|rabatt|alennus|slev[ay]|indirim|de reducere|less)';

const DISCOUNTS: readonly RegExp[] = [
  new RegExp(
    `(?:(?:up to|extra|bis zu|jusqu.à|hasta|até|fino al?|tot|do)\\s)?-?\\s?(?:${PERCENT}|${MONEY})\\s{0,3}(?:an? )?(?:extra\\s)?${LESS}`,
    'iu',
  ),
  new RegExp(
    `(?:save|saves?|sparen?|spare|spar|économisez|ahorra|risparmia|economize|bespaar|oszczędź|rabatt? von|remise de|réduction de|descuento de(?:l)?|sconto del?|desconto de|korting van|discount of|rabat|zniżka|kortingscode)\\s(?:up to |an extra |bis zu |jusqu.à |hasta |fino al? |até |tot )?-?(?:${PERCENT}|${MONEY})`,
    'iu',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])[-–−]\\s?(?:${PERCENT}|${MONEY})`, 'iu'),
  /(?:free|complimentary|fast free) (?:standard |uk |us |express )?(?:shipping|delivery|returns|postage)|versandkostenfrei\p{L}*|(?:kostenlose[rn]?|gratis|kostenfreie[rn]?)[ -]?(?:versand|lieferung)|livraison (?:est )?(?:gratuite|offerte)|frais de port offerts|env[íi]o gratis|env[íi]o gratuito|spedizione (?:gratuita|gratis|omaggio)|frete gr[áa]tis|portes gr[áa]tis|gratis verzending|gratis bezorging|darmow[aą] (?:dostaw[aęą]|wysyłk[aęą])|fri frakt|fraktfritt|gratis (?:frakt|fragt)|doprava zdarma|ücretsiz kargo/iu,
  /(?:a )?free (?:gift|bag|sample|item|bottle|month|trial|pillows?)|two free [a-z]+|gratis[ -]?geschenk|cadeau (?:offert|gratuit)|regalo gratis|omaggio|brinde grátis|gratis cadeau|gratisowy prezent|buy (?:one|1|two|2),? get (?:one|1)[a-z ]{0,12}|bogo|2 for 1|two for one/iu,
  new RegExp(`(?:${PERCENT})`, 'iu'),
  /\d{1,2}(?:\.\d)?\s?(?:割引|割|折)|[¥₩]?\s?\d[\d,.]{0,8}\s?(?:円|元|원)\s?(?:引き|オフ|OFF|할인|优惠)|(?:скидк\p{L}{1,2}|знижк\p{L}{1,2}) (?:до )?\d{2,5}\s?(?:₽|руб|грн)/iu,
];

/** What a text takes off, in its own words: `20 % off`, `£10 off`, `free delivery`; null when it does not say. */
export function findDiscount(text: string): string | null {
  for (const pattern of DISCOUNTS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
  }
  return null;
}
