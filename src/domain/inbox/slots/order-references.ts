const NAMED =
  /(?:\borders?\b|\bbestell(?:ung|nummer|nr)\p{L}*|\bauftrags?\p{L}*|\bcommandes?\b|\bpedidos?\b|\bordin[ei]\b|\bencomendas?\b|\bbestelling\p{L}*|\btransactions?\b|\btransaktion\p{L}*|\bzam[óo]wieni\p{L}*|الطلبات|الطلب|طلب|注文(?:番号)?|sipari[şs]\p{L}*)\s*(?:numbers?|no\.?|nr\.?|n[°ºo.]\.?|num(?:mer|éro|ero)?\.?|ids?|refs?\.?|رقم|はい)?\s*[:：#=]?\s*((?:#?[A-Z]{0,5}-?\d[A-Z\d-]{2,20})(?:\s*(?:,|and|und|et|y|e|en|&|و)\s*#?[A-Z]{0,5}-?\d[A-Z\d-]{2,20}){0,19})/giu;
const HASHED = /#([A-Z]{0,5}-?\d[A-Z\d-]{3,20})\b/gu;
const ONE = /[A-Z]{0,5}-?\d[A-Z\d-]{2,20}/giu;
const DATE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}-\d{1,2}-\d{2,4}$/;
const REFERENCES_MAX = 20;
/** Where orders are spoken of, numbers of such form are theirs, unless a word before says whose else. */
const SPEAKS_OF_ORDERS =
  /\borders?\b|bestell|\bauftr[äa]g|\bcommandes?\b|\bpedidos?\b|\bordin[ei]\b|encomenda|\btransac|transaktion|\bsales?\b|\bventes?\b|\bventas?\b|\bvendit[ea]\b|\bvendas?\b|zam[óo]wie|sipari[şs]|best[äa]llning|ordrar|طلب|注文/iu;
const BARE =
  /(?<![\p{L}\p{N}.,/+€$£@_-])(?:[A-Z]{1,4}-?\d{4,10}|\d{2,4}-\d{3,7}|\d{5,10})(?![\p{L}\p{N}/@_-]|[.,]\d|\s?(?:[€$£%]|EUR|GBP|USD|euros?|views|followers|abonn|volgers|seguidor|متابع))/gu;
const WHOSE_ELSE =
  /(?:\bid|publisher|partner|affiliate|account|konto\w*|compte|cuenta|conto|conta|ticket|case|ref(?:erence)?|invoice|rechnung\w*|facture|factura|fattura|fatura|factuur|sku|phone|tel|ext|postcode|vat|ust\S*)\W{0,3}(?:id|no|nr|number|n[°ºo])?\W{0,3}(?:(?:is|ist|est|es|are)\W{1,2})?$/iu;

/** Order numbers that a mail names, as written, each once. Claimed, not looked up. */
export function orderReferences(text: string): string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, list]) => list?.match(ONE) ?? []);
  const hashed = [...text.matchAll(HASHED)].map(([, reference]) => reference ?? '');
  return [...new Set([...named, ...hashed, ...bare(text)])]
    .map((reference) => reference.replace(/-+$/, ''))
    .filter((reference) => reference.length >= 4 && !DATE.test(reference))
    .slice(0, REFERENCES_MAX);
}

function bare(text: string): string[] {
  if (!SPEAKS_OF_ORDERS.test(text)) return [];
  return [...text.matchAll(BARE)]
    .filter(({ index }) => !WHOSE_ELSE.test(text.slice(Math.max(0, index - 30), index)))
    .map(([reference]) => reference);
}
