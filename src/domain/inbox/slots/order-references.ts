const NAMED =
  /(?:\borders?\b|\bbestell(?:ung|nummer|nr)\p{L}*|\bauftrags?\p{L}*|\bcommandes?\b|\bpedidos?\b|\bordin[ei]\b|\bencomendas?\b|\bbestelling\p{L}*|\btransactions?\b|\btransaktion\p{L}*|\bzam[óo]wieni\p{L}*|الطلبات|الطلب|طلب|注文(?:番号)?|sipari[şs]\p{L}*)\s*(?:numbers?|no\.?|nr\.?|n[°ºo.]\.?|num(?:mer|éro|ero)?\.?|ids?|refs?\.?|رقم|はい)?\s*[:：#=]?\s*((?:#?[A-Z]{0,5}-?\d[A-Z\d-]{2,20})(?:\s*(?:,|and|und|et|y|e|en|&|و)\s*#?[A-Z]{0,5}-?\d[A-Z\d-]{2,20}){0,19})/giu;
const HASHED = /#([A-Z]{0,5}-?\d[A-Z\d-]{3,20})\b/gu;
const ONE = /[A-Z]{0,5}-?\d[A-Z\d-]{2,20}/giu;
const DATE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}-\d{1,2}-\d{2,4}$/;
const REFERENCES_MAX = 20;

/** Order numbers that a mail names, as written, each once. Claimed, not looked up. */
export function orderReferences(text: string): string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, list]) => list?.match(ONE) ?? []);
  const hashed = [...text.matchAll(HASHED)].map(([, reference]) => reference ?? '');
  return [...new Set([...named, ...hashed])]
    .map((reference) => reference.replace(/-+$/, ''))
    .filter((reference) => reference.length >= 4 && !DATE.test(reference))
    .slice(0, REFERENCES_MAX);
}
