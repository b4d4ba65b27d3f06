const REVEAL =
  /(?:show|get|reveal|see|view|copy|grab|unlock|click (?:to|for)|tap (?:to|for)|use|redeem)(?: (?:the|your|my|promo|coupon|voucher|discount))? ?(?:code|coupon|voucher|offer|deal)|copy|(?:code|gutschein|gutscheincode|rabattcode) (?:anzeigen|zeigen|kopieren|sichern|einlösen|aufdecken)|(?:voir|afficher|obtenir|copier|révéler)(?: le)? (?:code|coupon)|(?:ver|mostrar|copiar|obtener|obter|pegar|revelar)(?: el| o)? (?:c[óo]digo|cup[óo]n|cupom|cupão)|(?:mostra|vedi|copia|scopri|ottieni)(?: il)? (?:codice|coupon)|(?:toon|bekijk|kopieer|pak|laat)(?: de)? (?:code|kortingscode)|(?:pokaż|kopiuj|zobacz|odbierz|skopiuj) (?:kod|kupon)|(?:visa|hämta|kopiera|se) (?:kod|koden|rabattkod)/iu;

/** Whether a text is, or holds, a button that shows or copies a code. */
export const saysReveal = (text: string): boolean => REVEAL.test(text);
