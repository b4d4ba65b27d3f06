const REVEAL =
  /(?:show|get|reveal|see|view|copy|grab|unlock|click (?:to|for)|tap (?:to|for)|use|redeem)(?: (?:the|your|my|promo|coupon|voucher|discount))? ?(?:code|coupon|voucher|offer|deal)|copy|(?:code|gutschein|gutscheincode|rabattcode) (?:anzeigen|zeigen|kopieren|sichern|einlösen|aufdecken)|(?:voir|afficher|obtenir|copier|révéler)(?: le)? (?:code|coupon)|(?:ver|mostrar|copiar|obtener|obter|pegar|revelar)(?: el| o)? (?:c[óo]digo|cup[óo]n|cupom|cupão)|(?:mostra|vedi|copia|scopri|ottieni)(?: il)? (?:codice|coupon)|(?:toon|bekijk|kopieer|pak|laat)(?: de)? (?:code|kortingscode)|(?:pokaż|kopiuj|zobacz|odbierz|skopiuj) (?:kod|kupon)|(?:visa|hämta|kopiera|se) (?:kod|koden|rabattkod)/iu;

const SHOWS =
  /(?:show|get|reveal|see|view|unlock|copy|click|tap|anzeigen|zeigen|aufdecken|kopieren|voir|afficher|obtenir|révéler|ver|mostrar|obtener|obter|revelar|copiar|mostra|vedi|scopri|ottieni|copia|toon|bekijk|pak|pokaż|zobacz|odbierz|kopiuj|skopiuj|visa|hämta|se|vis|näytä|zobrazit|mutasd|göster)(?!\p{L})[^.!?]{0,30}$/iu;

const COPIES =
  /(?:code|kod|kód|codigo|código|codice|coupon|voucher|gutschein|cup[óo]n|cupom|kupon)|^(?:copy|copied|kopieren|copier|copiar|copia|kopi[eë]ren|kopieer|kopiuj|skopiuj|kopiera|kopier)(?!\p{L})/iu;

/** Whether a control's words say that it shows or copies a code, not that it leads to an offer. */
export const saysCopy = (text: string): boolean => COPIES.test(text) && saysReveal(text);

/** Whether words are those of a control that shows a code, up to their end. */
export const showsMore = (text: string): boolean => SHOWS.test(text);

/** Whether a text is, or holds, a button that shows or copies a code. */
export const saysReveal = (text: string): boolean => REVEAL.test(text);
