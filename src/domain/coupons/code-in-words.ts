import { normaliseCode } from './normalise-code.ts';

/** Words that stand round a code and are none, in the languages of the demo's sites. */
const LABELS = new Set(
  `code codes coupon coupons couponcode promo promocode promotion promotional promotioncode voucher vouchercode vouchers discount
  discountcode offer deal use using enter apply with the your my our this a at on in for checkout is it here copy copied get
  take exclusive only new
  gutschein gutscheincode rabatt rabattcode aktionscode aktion mit dem den der die das bei an kasse nutze nutzt nutzen gib
  eingeben einlosen dein mein unser ist im
  codice codici sconto buono promozionale con il lo la al cassa usa inserisci
  codigo codigos descuento cupon cupones promocional el en caja utiliza introduce
  cupom desconto com o no carrinho
  reduction remise promotionnel avec le les au panier utilisez utilise votre mon
  kortingscode korting actiecode kassa gebruik met de het bij
  kod kodu kupon rabat rabatowy promocyjny indirim rabattkod rabatkode
  промокод промокоды купон код скидка скидки скидку по на
  كود خصم كوبون`
    .split(/\s+/)
    .map(normaliseCode),
);
const BETWEEN = /[\s:=,;/\\"'`´“”„«»‹›()[\]<>→⇒➜👉&]+/u;
const WORDS_MAX = 12;
const TEXT_LENGTH_MAX = 200;
const WORD_LENGTH_MIN = 4;

/**
 * Keys that could be the code in a phrase such as `Use code "SAVE 20" at checkout`, the likeliest first.
 *
 * A word of letters alone counts only when nothing but labels stand round it: `hot summer deals` holds no code SUMMER.
 */
export function codesInWords(text: string): string[] {
  if (text.length > TEXT_LENGTH_MAX || !BETWEEN.test(text)) return [];
  const words = text
    .split(BETWEEN)
    .map(normaliseCode)
    .filter((word) => word !== '');
  if (words.length < 2 || words.length > WORDS_MAX) return [];
  const others = words.filter((word) => !LABELS.has(word));
  const keys = words.length > others.length && others.length > 0 ? [others.join('')] : [];
  for (const word of others) if (/\p{L}/u.test(word) && /\d/.test(word)) keys.push(word);
  return [...new Set(keys)].filter((key) => key.length >= WORD_LENGTH_MIN);
}
