/** What a control says that shows a code once it is used, in the languages we read. */
export const REVEAL_WORDS =
  /\b(?:reveal|show|get|see|view|unlock|copy|click (?:to|for))\b.{0,20}\b(?:codes?|coupons?|vouchers?|promo)\b|\bcode (?:anzeigen|ansehen|sehen|zeigen|einlösen)|gutschein(?:code)? (?:anzeigen|einlösen|zeigen)|(?:voir|afficher|obtenir) (?:le |un )?(?:code|coupon)|(?:ver|mostrar|revelar|obtener) (?:el |o )?(?:c[oó]digo|cup[oó]n|cupom)|(?:mostra|vedi|scopri) (?:il )?(?:codice|coupon)|(?:toon|bekijk) (?:de )?(?:kortings)?code|pokaż kod/i;
/** The same in class names and attributes. */
export const REVEAL_NAMES = /(?:^|[-_ ])(?:reveal|show-?code|get-?code|coupon-?btn|unlock)(?:[-_ ]|$)/i;
/** Such a control carries its code in itself and needs no click. */
const OWN_CODE = /^data-(?:(?:[a-z]+-)?code|coupon|voucher|promo|clipboard-text|copy)$/;
const TAGS_WITH_CLICK = /^(?:a|span|div)$/;

export function isControl(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name === 'button' || attributes.get('role') === 'button') return true;
  if (name === 'input') return /^(?:button|submit)$/i.test(attributes.get('type') ?? '');
  return TAGS_WITH_CLICK.test(name) && attributes.has('onclick');
}

export const ownsCode = (attributes: ReadonlyMap<string, string>): boolean =>
  [...attributes.entries()].some(([name, value]) => OWN_CODE.test(name) && value !== '');

/** @param names - its classes, its id and its attributes' names. */
export function isReveal(control: { text: string; names: string; hasCode: boolean }): boolean {
  if (control.hasCode) return false;
  return REVEAL_NAMES.test(control.names) || REVEAL_WORDS.test(control.text.replace(/\s+/g, ' '));
}
