const MIXED =
  /(?<![\p{L}\p{N}/._#-])(?=[A-Z]*\d)[A-Z]{2,}[A-Z0-9]*\d{1,4}K?(?![\p{L}\p{N}/_]|[.-][\p{L}\p{N}])/gu;
const NAMED =
  /(?:\bcodes?\b|\bkod\p{L}*|\bvoucher\b|\bcoupon\b|\bgutschein\p{L}*|\bcup[oó]n\b|\bcup[ãa]o\b|\bc[oó]digos?\b|\bcodic[ei]\b|\bkortingscode\b|كود|كوبون)\s*[:：]?\s*["'“„«]?([A-Z][A-Z0-9]{3,19})\b/gu;
/** Where codes are spoken of, a word in capitals is one, unless it is one of those that mails shout or shorten. */
const SPEAKS_OF_CODES =
  /\bcodes?\b|\bkod\p{L}*|voucher|coupon|gutschein|rabatt|cup[oó]n|cup[ãa]o|cupom|c[oó]digo|codic[ei]|korting|كود|كوبون|خصم|クーポン|コード/iu;
const CAPITALS = /(?<![\p{L}\p{N}/._#@-])[A-Z]{4,20}(?![\p{L}\p{N}/_@]|[.-][\p{L}\p{N}])/gu;
const SHOUTED =
  /^(?:HELP|ASAP|URGENT\w*|PLEASE|THANKS|HELLO|NOT|ONLY|VERY|REALLY|NEVER|STILL|FREE|SALE|CODE|CODES|COUPON|VOUCHER|TODAY|WHAT|THIS|THAT|HAVE|WITH|YOUR|EUROS?|IBAN|HTTPS?|HTML|JSON|NASA|UNESCO|GMBH|LIMITED|SARL|TIKTOK|YOUTUBE|INSTAGRAM|BLACK|FRIDAY|CYBER|MONDAY|GDPR|DSGVO|RGPD|SKUS?|ROAS|NONE|NULL|EVERYONE|AGAIN|STOP|INVALID|EXPIRED|ASSISTANT|SYSTEM|IMPORTANT|TOUS|TOUT|JAMAIS|NUNCA|MUITO|TODOS|NICHT|BITTE|SOFORT|KEIN\w*)$/;
const CAPITALS_SHARE_MAX = 0.2;
const NOT_A_CODE =
  /^(?:SEV\d|H\d|Q[1-4]|FY\d+|A\d|B2B|B2C|MP[34]|HTML5|UTF8|SHA256|GA4|S2S|Y2K|COVID19|WEB3|ISO\d+|P\d{1,2}|V\d|[A-Z]{2}\d{2,}(?=$))$/;
const CODES_MAX = 20;

/** Coupon codes that a mail names, as written, each once. */
export function couponCodes(text: string): string[] {
  const mixed = [...text.matchAll(MIXED)].map(([code]) => code).filter((code) => code.length >= 5);
  const named = [...text.matchAll(NAMED)].map(([, code]) => code ?? '');
  return [...new Set([...mixed, ...named, ...capitals(text)])]
    .filter((code) => !NOT_A_CODE.test(code))
    .slice(0, CODES_MAX);
}

function capitals(text: string): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (!SPEAKS_OF_CODES.test(text) || upper > CAPITALS_SHARE_MAX * letters) return [];
  return [...text.matchAll(CAPITALS)].map(([word]) => word).filter((word) => !SHOUTED.test(word));
}
