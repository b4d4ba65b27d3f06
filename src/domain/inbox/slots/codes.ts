const MIXED = /(?<![\p{L}\p{N}/._#-])(?=[A-Z]*\d)[A-Z]{2,}[A-Z0-9]*\d{1,4}(?![\p{L}\p{N}/._-])/gu;
const NAMED =
  /(?:\bcodes?\b|\bkod\p{L}*|\bvoucher\b|\bcoupon\b|\bgutschein\p{L}*|\bcup[oó]n\b|\bcup[ãa]o\b|\bc[oó]digos?\b|\bcodic[ei]\b|\bkortingscode\b|كود|كوبون)\s*[:：]?\s*["'“„«]?([A-Z][A-Z0-9]{3,19})\b/gu;
const NOT_A_CODE =
  /^(?:SEV\d|H\d|Q[1-4]|FY\d+|A\d|B2B|B2C|MP[34]|HTML5|UTF8|SHA256|GA4|S2S|Y2K|COVID19|WEB3|ISO\d+|P\d{1,2}|V\d|[A-Z]{2}\d{2,}(?=$))$/;
const CODES_MAX = 20;

/** Coupon codes that a mail names, as written, each once. */
export function couponCodes(text: string): string[] {
  const mixed = [...text.matchAll(MIXED)].map(([code]) => code).filter((code) => code.length >= 5);
  const named = [...text.matchAll(NAMED)].map(([, code]) => code ?? '');
  return [...new Set([...mixed, ...named])].filter((code) => !NOT_A_CODE.test(code)).slice(0, CODES_MAX);
}
