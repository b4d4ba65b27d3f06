import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  OTHER_CODE_BEFORE,
  STRONG_LABEL,
  WEAK_LABEL,
} from './code-words.ts';

const HEAD_CHARACTERS_MAX = 40;
const GOODS =
  /(?<!\p{L})(?:sku|ean|gtin|upc|mpn|isbn|asin|hs|art(?:ikel|icle|ículo|icolo)?[.-]?\s?(?:no|nr|n°|nummer|code)?|r[ée]f(?:\.|erence|érence|erencia|erenz)?|model(?:l|o|lo)?|modèle|item|product|produkt|produit|product[eo]|serial|order|bestell\p{L}*|size|colou?r)(?!\p{L})/iu;
const TYPE_THIS =
  /^(?:(?:what to|was|que|co|you|just) )(?:type|enter|say|quote|eingeben|tippen|saisir|taper|escribir|poner|digitar|scrivere|wpisać)(?!\p{L})|^(?:type|enter|key in|say|quote) (?:this|that|it|in|at)(?!\p{L})|^(?:eingeben|eintippen|à saisir|a digitar|vul in|invullen|wpisz|skriv|ange)(?:$|\s(?:dit|deze|to|det|detta|in)(?!\p{L}))/iu;
const ASKS_WHETHER =
  /\?$|work|status|valid|tested|result|outcome|ergebnis|résultat|risultat|wynik|check|geprüft|alive|funktion|geht|klappt|gültig|stand|march|fonction|valable|état|funcion|sirve|vale|estado|funzion|stato|valido|válid|situa|werk|geldig|dział|ważn|fung|funk|gäller/iu;
const NO =
  /^[\s"'(]*(?:no|nope|nah|never|nein|nö|nicht|non|não|nao|nee|niet|nie|nej|inte|not|dead|gone|invalid|fail(?:ed|s|ure)?|rejected|declined|refused|denied|expired|error|fehlgeschlagen|fehler|abgelehnt|échoué|échec|refusé|rejeté|fall(?:ó|a|ido)|rechazado|fallito|rifiutato|respinto|falhou|recusado|mislukt|geweigerd|odrzucon[ya]|nieudan[ya]|misslyckades?|nekad|0)(?![\p{L}\p{N}%])|^\s*[✘✗✖✕❌🚫⛔👎x×](?=\s|$)/iu;

/** Whether a column's head says that voucher codes stand below: it names them, or says what to type. */
export function isCodeHead(head: string, heads: string, aboutCodes: boolean): boolean {
  if (head.length > HEAD_CHARACTERS_MAX || head === '') return false;
  if (head.search(STRONG_LABEL) !== -1) return true;
  const offers = aboutCodes || heads.search(OFFER_WORD) !== -1;
  if (TYPE_THIS.test(head)) return true;
  if (head.search(ENTER_WORD) !== -1 && head.search(CHECKOUT_WORD) !== -1) return offers;
  const weak = head.search(WEAK_LABEL);
  return weak !== -1 && !OTHER_CODE_BEFORE.test(head.slice(0, weak)) && offers;
}

/** Whether it says that numbers of goods do. */
export const isGoodsHead = (head: string): boolean =>
  head.length <= HEAD_CHARACTERS_MAX && GOODS.test(head) && head.search(STRONG_LABEL) === -1;

/** `no end date` under `valid until`. */
const NO_END =
  /^\s*(?:no|kein|keine|ohne|sans|pas de|sin|senza|nessuna?|sem|geen|zonder|bez|brak|ingen|inget|utan)\s(?:\p{L}+\s)?(?:end|expiry|expiration|limit|deadline|minimum|ende|ablauf|frist|fin|date|fecha|límite|caducidad|scadenza|limite|data|prazo|einddatum|limiet|verloopdatum|końca|terminu|slut|utgång)/iu;

/** Whether a cell says no under a head that asks whether a code works, as `Worked?`. */
export const saysNo = (cell: string, head: string): boolean =>
  cell.length <= 80 &&
  (ASKS_WHETHER.test(head) ? NO.test(cell) && !NO_END.test(cell) : /^\s*[✘✗✖❌🚫⛔]/u.test(cell));
