import { foldText } from '../text/fold-text.ts';

const DETAILS =
  /\biban\b|\bswift\b|\bbic\b|\bsort code|routing number|account number|\bbank(?:ing)? (?:details|account|information|data)|bankverbindung|bankdaten|kontodaten|kontonummer|bankkonto|\brib\b|coordonnees bancaires|compte bancaire|datos bancarios|cuenta bancaria|numero de cuenta|coordinate bancarie|conto (?:corrente|bancario)|dati bancari|dados bancarios|conta bancaria|\bnib\b|chave pix|bankgegevens|rekeningnummer|bankrekening|paypal|payoneer|\bwise\b|payout (?:details|method|address|account)|payment (?:details|method|information|address)|remittance (?:details|address|information)|paid (?:in)?to (?:a|my|our|the) (?:new|other|different)|direct deposit|wallet address|auszahlungs(?:daten|konto)|zahlungsdaten|beneficiar|ايبان|الايبان|سويفت|حساب(?:ي|نا)? (?:ال)?بنكي|الحساب البنكي|بيانات (?:ال)?(?:بنك|دفع|مصرفي)|رقم الحساب|البنك|konta bankowego|numer konta|bankkonto|banka hesab|口座/u;
const CHANGE =
  /\bchang|\bupdat|\bnew\b|\bswitch|\bmoved\b|\breplac|\bamend|\bnow (?:be )?(?:paid|sent|go)|\bclosed\b|\binstead\b|\bander|geander|aktualis|\bneue|gewechselt|umgezogen|\bmodifi|\bnouve|mettre a jour|mise a jour|\bcambi|actualiz|\bnuev|aggiorn|\bnuov|\bmud(?:a|ou|ei|ar|anca)|\balter|atualiz|\bnov[oa]|\bwijzig|gewijzigd|\bnieuw|verander|aangepast|تغيير|غير(?:ت|نا)|تحديث|جديد|zmian|zmieni|\bnow[ey]|\bnytt?\b|\bbyt|\byeni|degis|変更/u;

/**
 * Whether a text speaks of paying to another account than before, which is how payments are stolen.
 *
 * Wide on purpose: a person looks, nothing else happens.
 */
export function namesPayoutChange(text: string): boolean {
  const folded = foldText(text);
  return DETAILS.test(folded) && CHANGE.test(folded);
}
